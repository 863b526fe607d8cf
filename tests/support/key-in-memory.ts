/** A certificate whose P-256 key is in this process instead of on a token, for tests and figures of the platform alone. */
import 'reflect-metadata'
import { createHash, generateKeyPairSync, sign, X509Certificate, type KeyObject } from 'node:crypto'
import { Pkcs10CertificateRequestGenerator, X509Certificate as ParsedCertificate } from '@peculiar/x509'
import type { PlatformSimulator } from '../../simulator/platform/platform-simulator.ts'
import type { PlatformOrder } from '../../src/main/renewal/ports.ts'
import { proofText } from '../../src/shared/platform/proof.ts'

const dayMs = 86_400_000
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

export interface KeyInMemory {
  /** DER. */
  readonly certificate: Uint8Array
  readonly privateKey: KeyObject
  /** How the platform finds the certificate. */
  readonly identity: { readonly serialNumber: string; readonly publicKeySha256: string }
}

/** A certificate of this account that began a year ago and ends in so many days. */
export async function enrolKeyInMemory(
  simulator: PlatformSimulator,
  { account, name, daysLeft }: { readonly account: string; readonly name: string; readonly daysLeft: number },
): Promise<KeyInMemory> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const certificate = await simulator.enrol({
    account,
    subject: { organisation: name, commonName: name },
    holderKind: 'organisation',
    usage: 'signing',
    notBefore: Date.now() - 366 * dayMs,
    notAfter: Date.now() + daysLeft * dayMs,
    cardNumber: '3301020240001234',
    publicKey: spki,
  })
  const { serialNumber } = new X509Certificate(certificate)
  return { certificate, privateKey, identity: { serialNumber, publicKeySha256: sha256(spki) } }
}

/** A PKCS#10 with the same subject for a new key (both DER). */
export async function requestFor({
  certificate,
}: KeyInMemory): Promise<{ readonly request: Uint8Array; readonly publicKey: Uint8Array }> {
  const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const name = new ParsedCertificate(new Uint8Array(certificate)).subjectName
  const csr = await Pkcs10CertificateRequestGenerator.create({ name, keys, signingAlgorithm: ecdsa })
  return { request: new Uint8Array(csr.rawData), publicKey: new Uint8Array(csr.publicKey.rawData) }
}

/** The old key's word that its holder asks for this. */
export function proofFor({ privateKey }: KeyInMemory, order: PlatformOrder, request: Uint8Array) {
  const hash = createHash('sha256').update(request).digest('base64url')
  const text = Buffer.from(proofText(order.id, order.popNonce, hash))
  return { algorithm: 'ecdsa-p256-sha256', signature: new Uint8Array(sign('sha256', text, privateKey)) } as const
}

/** Hex. */
export function sha256(octets: Uint8Array): string {
  return createHash('sha256').update(octets).digest('hex')
}
