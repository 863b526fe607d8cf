import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate } from '@peculiar/asn1-x509'
import { X509Certificate } from '@peculiar/x509'
import type { CertificateRecord } from '../state/state.ts'
import type { Der } from './der.ts'
import { keyAlgorithmOf, publicKeySha256 } from './public-key.ts'
import { wireSerialNumber } from './serial-number.ts'

/** What the platform knows of a certificate besides the certificate. */
export type CertificateOwner = Pick<
  CertificateRecord,
  'accountId' | 'applicationType' | 'holderKind' | 'zone' | 'cardNumber' | 'creditCode' | 'personalId' | 'usage'
>

/** The SubjectPublicKeyInfo of a certificate. */
export function publicKeyOf(der: Der): Der {
  return new Uint8Array(AsnConvert.serialize(AsnConvert.parse(der, Certificate).tbsCertificate.subjectPublicKeyInfo))
}

/** An active certificate. @throws when the certificate's key is none that the platform knows */
export function certificateRecord(der: Der, owner: CertificateOwner): CertificateRecord {
  const certificate = new X509Certificate(der)
  const subject = certificate.subjectName
  const publicKey = publicKeyOf(der)
  const keyAlgorithm = keyAlgorithmOf(publicKey)
  if (keyAlgorithm === undefined) throw new Error('a certificate for a key of an unknown kind')
  return {
    id: `cert-${randomBytes(9).toString('hex')}`,
    accountId: owner.accountId,
    der: Buffer.from(der).toString('base64'),
    serialNumber: wireSerialNumber(certificate.serialNumber),
    publicKeySha256: publicKeySha256(publicKey),
    issuer: certificate.issuer,
    commonName: subject.getField('CN')[0] ?? '',
    organisation: subject.getField('O')[0] ?? null,
    keyAlgorithm,
    notBefore: certificate.notBefore.getTime(),
    notAfter: certificate.notAfter.getTime(),
    applicationType: owner.applicationType,
    holderKind: owner.holderKind,
    zone: owner.zone,
    cardNumber: owner.cardNumber,
    creditCode: owner.creditCode,
    personalId: owner.personalId,
    usage: owner.usage,
    standing: 'active',
  }
}
