import 'reflect-metadata'
import { AsnConvert } from '@peculiar/asn1-schema'
import { CRLNumber, id_ce_cRLNumber } from '@peculiar/asn1-x509'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
} from '@peculiar/x509'
import { keyIdentifier } from './public-key.ts'

/** GM/T 0015: the holder's identity card number, and the organisation's code (today the unified social credit code). */
const personalIdOid = '1.2.156.10260.4.1.1'
const creditCodeOid = '1.2.156.10260.4.1.4'
const clientAuthentication = '1.3.6.1.5.5.7.3.2'
const emailProtection = '1.3.6.1.5.5.7.3.4'

export interface LeafProfile {
  readonly usage: 'signing' | 'encryption'
  readonly creditCode: string | null
  readonly personalId: string | null
  /** Only for a faulty certificate. */
  readonly isCa?: boolean
}

/** @param publicKey and issuerKey: SubjectPublicKeyInfo, DER */
export function leafExtensions(profile: LeafProfile, publicKey: Uint8Array, issuerKey: Uint8Array): Extension[] {
  return [
    new BasicConstraintsExtension(profile.isCa ?? false, undefined, true),
    new KeyUsagesExtension(leafUsage(profile), true),
    new ExtendedKeyUsageExtension([clientAuthentication, emailProtection]),
    new SubjectKeyIdentifierExtension(keyIdentifier(publicKey)),
    new AuthorityKeyIdentifierExtension(keyIdentifier(issuerKey)),
    ...identityExtension(creditCodeOid, profile.creditCode),
    ...identityExtension(personalIdOid, profile.personalId),
  ]
}

/** @param issuerKey absent for a root: it is its own issuer */
export function authorityExtensions(publicKey: Uint8Array, issuerKey?: Uint8Array): Extension[] {
  return [
    new BasicConstraintsExtension(true, issuerKey === undefined ? undefined : 0, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    new SubjectKeyIdentifierExtension(keyIdentifier(publicKey)),
    ...(issuerKey === undefined ? [] : [new AuthorityKeyIdentifierExtension(keyIdentifier(issuerKey))]),
  ]
}

export function crlExtensions(number: number, issuerKey: Uint8Array): Extension[] {
  const value = AsnConvert.serialize(new CRLNumber(number))
  return [new AuthorityKeyIdentifierExtension(keyIdentifier(issuerKey)), new Extension(id_ce_cRLNumber, false, value)]
}

function leafUsage({ usage, isCa }: LeafProfile): KeyUsageFlags {
  if (isCa === true) return KeyUsageFlags.keyCertSign | KeyUsageFlags.digitalSignature
  if (usage === 'signing') return KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation
  return KeyUsageFlags.keyEncipherment | KeyUsageFlags.dataEncipherment
}

function identityExtension(oid: string, value: string | null): Extension[] {
  if (value === null) return []
  const text = Buffer.from(value, 'ascii')
  return [new Extension(oid, false, Uint8Array.of(0x13, text.length, ...text))]
}
