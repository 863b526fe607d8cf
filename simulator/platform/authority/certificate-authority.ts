import 'reflect-metadata'
import { Name, PublicKey, X509Certificate, X509CertificateGenerator } from '@peculiar/x509'
import type { AuthorityState } from '../state/state.ts'
import type { Der } from './der.ts'
import type { LeafProfile } from './extensions.ts'
import { authorityExtensions, leafExtensions } from './extensions.ts'
import type { KeyAlgorithm } from './public-key.ts'
import { newSerialNumber } from './serial-number.ts'

/** The family of the authority's own keys; each family certifies keys of its kind. */
export type KeyFamily = 'rsa' | 'p-256'

export interface LeafRequest extends LeafProfile {
  /** Pass the old certificate's own object to renew: writing its text again may choose another string type. */
  readonly subject: Name
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Der
  readonly notBefore: Date
  readonly notAfter: Date
}

export interface CertificateAuthority {
  readonly rootCertificate: Der
  /** From the issuing certificate to the root. */
  readonly chain: readonly Der[]
  readonly notAfter: Date
  /** A new certificate with a random serial number. */
  readonly issue: (request: LeafRequest) => Promise<Der>
}

const signing = {
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: Uint8Array.of(1, 0, 1),
    modulusLength: 2048,
  },
  'p-256': { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' },
} as const

export function familyOf(algorithm: KeyAlgorithm): KeyFamily | undefined {
  if (algorithm === 'sm2') return undefined
  return algorithm === 'p-256' ? 'p-256' : 'rsa'
}

/** X.509 knows whole seconds only. */
const wholeSeconds = (date: Date) => new Date(Math.floor(date.getTime() / 1000) * 1000)

function yearsFrom(now: Date, years: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear() + years, now.getUTCMonth(), now.getUTCDate()))
}

async function newKeys(family: KeyFamily) {
  const keys = await crypto.subtle.generateKey(signing[family], true, ['sign', 'verify'])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey))
  const privateKey = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return { keys, publicKey, privateKey }
}

const base64 = (certificate: X509Certificate) => Buffer.from(certificate.rawData).toString('base64')

/** Makes the keys and certificates of a new root and of the issuing authority under it; takes a moment for RSA. */
export async function newAuthorityState(family: KeyFamily, now: Date): Promise<AuthorityState> {
  const kind = family === 'rsa' ? 'RSA' : 'ECC'
  const name = (role: string) => new Name(`C=CN, O=演示电子认证中心, CN=演示电子认证${role} ${kind}`)
  const common = { notBefore: yearsFrom(now, -10), signingAlgorithm: signing[family] }
  const root = await newKeys(family)
  const rootCertificate = await X509CertificateGenerator.createSelfSigned({
    ...common,
    serialNumber: newSerialNumber(),
    name: name('根证书'),
    notAfter: yearsFrom(now, 20),
    keys: root.keys,
    extensions: authorityExtensions(root.publicKey),
  })
  const issuing = await newKeys(family)
  const issuingCertificate = await X509CertificateGenerator.create({
    ...common,
    serialNumber: newSerialNumber(),
    subject: name('签发证书'),
    issuer: rootCertificate.subjectName,
    notAfter: yearsFrom(now, 10),
    signingKey: root.keys.privateKey,
    publicKey: new PublicKey(issuing.publicKey),
    extensions: authorityExtensions(issuing.publicKey, root.publicKey),
  })
  return {
    root: { certificate: base64(rootCertificate), privateKey: root.privateKey },
    issuing: { certificate: base64(issuingCertificate), privateKey: issuing.privateKey },
  }
}

export async function openAuthority(family: KeyFamily, state: AuthorityState): Promise<CertificateAuthority> {
  const root = new X509Certificate(state.root.certificate)
  const issuing = new X509Certificate(state.issuing.certificate)
  const privateKey = Buffer.from(state.issuing.privateKey, 'base64')
  const signingKey = await crypto.subtle.importKey('pkcs8', privateKey, signing[family], false, ['sign'])
  const issuerKey = new Uint8Array(issuing.publicKey.rawData)
  return {
    rootCertificate: new Uint8Array(root.rawData),
    chain: [new Uint8Array(issuing.rawData), new Uint8Array(root.rawData)],
    notAfter: issuing.notAfter,
    issue: async (request) => {
      const certificate = await X509CertificateGenerator.create({
        serialNumber: newSerialNumber(),
        subject: request.subject,
        issuer: issuing.subjectName,
        notBefore: wholeSeconds(request.notBefore),
        notAfter: wholeSeconds(request.notAfter),
        signingAlgorithm: signing[family],
        signingKey,
        publicKey: new PublicKey(request.publicKey),
        extensions: leafExtensions(request, request.publicKey, issuerKey),
      })
      return new Uint8Array(certificate.rawData)
    },
  }
}
