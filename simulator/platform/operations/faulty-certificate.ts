import { randomBytes } from 'node:crypto'
import { assertNever } from '../../../src/shared/assert-never.ts'
import type { CertificateAuthority, LeafRequest } from '../authority/certificate-authority.ts'
import { newAuthorityState, openAuthority } from '../authority/certificate-authority.ts'
import type { Der } from '../authority/der.ts'
import type { KeyFamily } from '../authority/signing/key-family.ts'
import { newKeys } from '../authority/signing/key-family.ts'
import { subjectName } from '../authority/subject.ts'
import type { SigningFaultKind } from '../faults.ts'
import type { CertificateRecord } from '../state/state.ts'

interface Circumstances {
  readonly authority: CertificateAuthority
  readonly family: KeyFamily
  /** What would be issued without a fault. */
  readonly regular: LeafRequest
  readonly old: CertificateRecord
  readonly now: number
}

/** `certificate` is what the books hold, `delivered` what the client gets. */
interface FaultyCertificate {
  readonly certificate: Der
  readonly delivered: Der
}

const dayMs = 86_400_000

/** Each kind is wrong in the one way that its name says, as far as that is possible. */
export async function faultyCertificate(
  kind: SigningFaultKind,
  circumstances: Circumstances,
): Promise<FaultyCertificate> {
  const { authority, family, regular, old, now } = circumstances
  switch (kind) {
    case 'same-old':
      return { certificate: await authority.issue(regular), delivered: Buffer.from(old.der, 'base64') }
    case 'garbage':
      return { certificate: await authority.issue(regular), delivered: randomBytes(700) }
    case 'trailing-bytes': {
      const certificate = await authority.issue(regular)
      return { certificate, delivered: Buffer.concat([certificate, randomBytes(8)]) }
    }
    case 'untrusted': {
      // Same names, other keys: only the signature tells.
      const impostor = await openAuthority(family, await newAuthorityState(family, new Date(now)))
      return issued(impostor, regular)
    }
    case 'other-key':
      return issued(authority, { ...regular, publicKey: (await newKeys(family)).publicKey })
    case 'other-subject':
      return issued(authority, { ...regular, subject: subjectName({ organisation: '别的公司', commonName: '李四' }) })
    case 'expired':
      return issued(authority, { ...regular, notBefore: new Date(now - 30 * dayMs), notAfter: new Date(now - dayMs) })
    case 'not-yet-valid':
      return issued(authority, { ...regular, notBefore: new Date(now + dayMs) })
    case 'not-longer': {
      const notBefore = new Date(Math.min(regular.notBefore.getTime(), old.notAfter - dayMs))
      return issued(authority, { ...regular, notBefore, notAfter: new Date(old.notAfter) })
    }
    case 'is-ca':
      return issued(authority, { ...regular, isCa: true })
    case 'wrong-usage':
      return issued(authority, { ...regular, usage: regular.usage === 'signing' ? 'encryption' : 'signing' })
    default:
      return assertNever(kind)
  }
}

async function issued(authority: CertificateAuthority, request: LeafRequest): Promise<FaultyCertificate> {
  const certificate = await authority.issue(request)
  return { certificate, delivered: certificate }
}
