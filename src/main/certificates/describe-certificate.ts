import { createHash } from 'node:crypto'
import type { Failure } from '../../shared/failure.ts'
import type { Certificate } from '../../shared/ipc/models.ts'
import type { StoredCertificate } from '../../shared/token/messages.ts'
import { certificateStatus } from '../../shared/validity.ts'
import { readExactCertificate, type X509Certificate } from '../x509/certificate.ts'
import { fieldOf, type NameField } from '../x509/name.ts'
import { standingOf, unassessed, type Assess } from '../trust/describe-trust.ts'
import { usageOf } from '../x509/usage.ts'
import { algorithmName, curveName, signatureAlgorithmName } from './algorithm.ts'
import { holderOf, personalIdOf } from './holder.ts'
import { maskPersonalIds } from './personal-id.ts'

/**
 * A certificate as the page shows it. What cannot be read is shown as unreadable, never as 正常. No whole personal id.
 *
 * @param assess without it nothing is claimed about the issuer
 */
export function describeCertificate(
  stored: StoredCertificate,
  tokenSerialNumber: string,
  now: Date,
  assess: Assess = unassessed,
): Certificate {
  const certificate = readExactCertificate(stored.value)
  const id = sha256(stored.value)
  return certificate === undefined
    ? unreadable(stored, id, tokenSerialNumber)
    : readable(stored, certificate, { id, tokenSerialNumber, now, assess })
}

interface Circumstances {
  readonly id: string
  readonly tokenSerialNumber: string
  readonly now: Date
  readonly assess: Assess
}

function readable(
  stored: StoredCertificate,
  certificate: X509Certificate,
  { id, tokenSerialNumber, now, assess }: Circumstances,
): Certificate {
  const { name, kind, ...holder } = holderOf(certificate)
  const trust = assess(certificate, now)
  const status = certificateStatus({ ...certificate, key: stored.key, standing: standingOf(trust) }, now)
  const curve = curveName(certificate.publicKey)
  const personalId = personalIdOf(certificate)
  const masked = (text: string) => maskPersonalIds(text, personalId)
  const maskedFields = (fields: readonly NameField[]) =>
    fields.map((field) => ({ ...field, value: masked(field.value) }))
  return {
    id,
    tokenSerialNumber,
    status,
    usage: usageOf(certificate.extensions.keyUsage),
    holder: name,
    holderKind: kind,
    ...holder,
    issuer: masked(fieldOf(certificate.issuer, 'CN') ?? fieldOf(certificate.issuer, 'O') ?? ''),
    serialNumber: certificate.serialNumber,
    algorithm: algorithmName(certificate.publicKey),
    ...(curve === undefined ? {} : { curve }),
    signatureAlgorithm: signatureAlgorithmName(certificate.signatureAlgorithm),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    key: stored.key,
    label: masked(stored.label),
    subject: maskedFields(certificate.subject.fields),
    issuerName: maskedFields(certificate.issuer.fields),
    keyUsage: [...(certificate.extensions.keyUsage ?? [])],
    sha256: certificate.sha256,
    publicKeySha256: certificate.publicKey.sha256,
    ...actionFor(certificate, stored, status),
    trust,
    isHistorical: false,
  }
}

function unreadable(stored: StoredCertificate, id: string, tokenSerialNumber: string): Certificate {
  return {
    id,
    tokenSerialNumber,
    status: 'unreadable',
    usage: 'unknown',
    holder: '',
    holderKind: 'unknown',
    issuer: '',
    serialNumber: '',
    algorithm: '',
    signatureAlgorithm: '',
    key: stored.key,
    label: maskPersonalIds(stored.label),
    subject: [],
    issuerName: [],
    keyUsage: [],
    sha256: id,
    action: 'none',
    actionRefusal: { code: 'certificate.unreadable' },
    isHistorical: false,
  }
}

/** 延期 until the end, 修复 after it; the reason where neither can be done with this key. */
function actionFor(
  certificate: X509Certificate,
  stored: StoredCertificate,
  status: Certificate['status'],
): Pick<Certificate, 'action' | 'actionRefusal'> {
  const refusal = refusalFor(certificate, stored, status)
  if (refusal !== undefined) return { action: 'none', actionRefusal: refusal }
  return { action: status === 'expired' ? 'repair' : 'renewal' }
}

function refusalFor(
  { publicKey, extensions }: X509Certificate,
  stored: StoredCertificate,
  status: Certificate['status'],
): Failure | undefined {
  if (status === 'revoked') return { code: 'renewal.revoked' }
  if (stored.key === 'missing') return { code: 'renewal.noPrivateKey' }
  if (status === 'not-yet-valid') return { code: 'renewal.notYetValid' }
  // The standard interface of most drivers has no SM2; a key on its curve would sign by another algorithm.
  if (publicKey.algorithm === 'sm2') return { code: 'token.sm2Unsupported' }
  const known = publicKey.algorithm === 'rsa' ? publicKey.bits === 2048 : publicKey.algorithm === 'p-256'
  if (!known) return { code: 'renewal.unsupportedAlgorithm', details: { algorithm: algorithmName(publicKey) } }
  if (usageOf(extensions.keyUsage) === 'encryption') return { code: 'renewal.encryptionOnly' }
  return undefined
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
