import 'reflect-metadata'
import { Name, X509Certificate } from '@peculiar/x509'
import type { AuthorityState } from '../state/state.ts'
import type { Der } from './der.ts'
import type { LeafProfile } from './extensions.ts'
import { authorityExtensions, crlExtensions, leafExtensions } from './extensions.ts'
import { newSerialNumber } from './serial-number.ts'
import type { KeyFamily } from './signing/key-family.ts'
import { newKeys, openSigner } from './signing/key-family.ts'
import type { RevokedCertificate } from './signing/signer.ts'

export interface LeafRequest extends LeafProfile {
  /** Pass the old certificate's own object to renew: writing its text again may choose another string type. */
  readonly subject: Name
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Der
  readonly notBefore: Date
  readonly notAfter: Date
}

export type AuthorityLevel = 'root' | 'issuing'

interface CrlRequest {
  readonly level: AuthorityLevel
  /** Grows with each list of this level. */
  readonly number: number
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly entries: readonly RevokedCertificate[]
}

export interface CertificateAuthority {
  readonly rootCertificate: Der
  /** From the issuing certificate to the root. */
  readonly chain: readonly Der[]
  readonly notAfter: Date
  /** A new certificate with a random serial number. */
  readonly issue: (request: LeafRequest) => Promise<Der>
  /** A certificate revocation list (RFC 5280, 5). */
  readonly revocationList: (request: CrlRequest) => Promise<Der>
}

const kinds: Readonly<Record<KeyFamily, string>> = { rsa: 'RSA', 'p-256': 'ECC', sm2: 'SM2' }

const base64 = (der: Uint8Array) => Buffer.from(der).toString('base64')

function yearsFrom(now: Date, years: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear() + years, now.getUTCMonth(), now.getUTCDate()))
}

/** Makes the keys and certificates of a new root and of the issuing authority under it; takes a moment for RSA. */
export async function newAuthorityState(family: KeyFamily, now: Date): Promise<AuthorityState> {
  const name = (role: string) => new Name(`C=CN, O=演示电子认证中心, CN=演示电子认证${role} ${kinds[family]}`)
  const common = { notBefore: yearsFrom(now, -10), issuer: name('根证书') }
  const root = await newKeys(family)
  const issuing = await newKeys(family)
  const signer = await openSigner(family, root.privateKey)
  const rootCertificate = await signer.certificate({
    ...common,
    serialNumber: newSerialNumber(),
    subject: name('根证书'),
    notAfter: yearsFrom(now, 20),
    publicKey: root.publicKey,
    extensions: authorityExtensions(root.publicKey),
  })
  const issuingCertificate = await signer.certificate({
    ...common,
    serialNumber: newSerialNumber(),
    subject: name('签发证书'),
    notAfter: yearsFrom(now, 10),
    publicKey: issuing.publicKey,
    extensions: authorityExtensions(issuing.publicKey, root.publicKey),
  })
  return {
    root: { certificate: base64(rootCertificate), privateKey: root.privateKey },
    issuing: { certificate: base64(issuingCertificate), privateKey: issuing.privateKey },
  }
}

export async function openAuthority(family: KeyFamily, state: AuthorityState): Promise<CertificateAuthority> {
  const open = async ({ certificate, privateKey }: AuthorityState[AuthorityLevel]) => {
    const { rawData, publicKey, subjectName, notAfter } = new X509Certificate(certificate)
    const signer = await openSigner(family, privateKey)
    return { der: new Uint8Array(rawData), publicKey: new Uint8Array(publicKey.rawData), subjectName, notAfter, signer }
  }
  const levels = { root: await open(state.root), issuing: await open(state.issuing) }
  const { root, issuing } = levels
  return {
    rootCertificate: root.der,
    chain: [issuing.der, root.der],
    notAfter: issuing.notAfter,
    issue: ({ subject, publicKey, notBefore, notAfter, ...profile }) =>
      issuing.signer.certificate({
        serialNumber: newSerialNumber(),
        subject,
        issuer: issuing.subjectName,
        notBefore,
        notAfter,
        publicKey,
        extensions: leafExtensions(profile, publicKey, issuing.publicKey),
      }),
    revocationList: ({ level, number, thisUpdate, nextUpdate, entries }) =>
      levels[level].signer.crl({
        issuer: levels[level].subjectName,
        thisUpdate,
        nextUpdate,
        entries,
        extensions: crlExtensions(number, levels[level].publicKey),
      }),
  }
}
