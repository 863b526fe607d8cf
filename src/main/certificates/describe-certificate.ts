import { createHash } from 'node:crypto'
import type { Failure } from '../../shared/failure.ts'
import type { Certificate } from '../../shared/ipc/models.ts'
import type { StoredCertificate, TokenInterface } from '../../shared/token/messages.ts'
import { certificateStatus } from '../../shared/validity.ts'
import { readExactCertificate, type X509Certificate } from '../x509/certificate.ts'
import { fieldOf, type NameField } from '../x509/name.ts'
import { standingOf, unassessed, type Assess } from '../trust/describe-trust.ts'
import { usageOf } from '../x509/usage.ts'
import { algorithmName, curveName, signatureAlgorithmName } from './algorithm.ts'
import { holderOf, personalIdOf } from './holder.ts'
import { maskPersonalIds } from './personal-id.ts'

/** The token that holds it, and by what that is spoken to. */
export interface Carrier {
  readonly serialNumber: string
  /** PKCS#11 where left out. */
  readonly interface?: TokenInterface | undefined
}

/**
 * A certificate as the page shows it. What cannot be read is shown as unreadable, never as 正常. No whole personal id.
 *
 * @param assess without it nothing is claimed about the issuer
 */
export function describeCertificate(
  stored: StoredCertificate,
  carrier: Carrier,
  now: Date,
  assess: Assess = unassessed,
): Certificate {
  const certificate = readExactCertificate(stored.value)
  const id = sha256(stored.value)
  return certificate === undefined
    ? unreadable(stored, id, carrier)
    : readable(stored, certificate, { id, carrier, now, assess })
}

interface Circumstances {
  readonly id: string
  readonly carrier: Carrier
  readonly now: Date
  readonly assess: Assess
}

function readable(
  stored: StoredCertificate,
  certificate: X509Certificate,
  { id, carrier, now, assess }: Circumstances,
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
    ...nameCarrier(carrier),
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
    ...actionFor(certificate, { stored, status, spoken: carrier.interface ?? 'pkcs11' }),
    trust,
    isHistorical: false,
  }
}

function unreadable(stored: StoredCertificate, id: string, carrier: Carrier): Certificate {
  return {
    id,
    ...nameCarrier(carrier),
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

function nameCarrier({
  serialNumber,
  interface: spoken,
}: Carrier): Pick<Certificate, 'tokenSerialNumber' | 'interface'> {
  return { tokenSerialNumber: serialNumber, ...(spoken === undefined ? {} : { interface: spoken }) }
}

interface OnToken {
  readonly stored: StoredCertificate
  readonly status: Certificate['status']
  readonly spoken: TokenInterface
}

/** 延期 until the end, 修复 after it; the reason where neither can be done with this key. */
function actionFor(certificate: X509Certificate, onToken: OnToken): Pick<Certificate, 'action' | 'actionRefusal'> {
  const refusal = refusalFor(certificate, onToken)
  if (refusal !== undefined) return { action: 'none', actionRefusal: refusal }
  return { action: onToken.status === 'expired' ? 'repair' : 'renewal' }
}

function refusalFor(
  { publicKey, extensions }: X509Certificate,
  { stored, status, spoken }: OnToken,
): Failure | undefined {
  if (status === 'revoked') return { code: 'renewal.revoked' }
  if (stored.key === 'missing') return { code: 'renewal.noPrivateKey' }
  if (status === 'not-yet-valid') return { code: 'renewal.notYetValid' }
  const unfit = refuseKey(publicKey, spoken)
  if (unfit !== undefined) return unfit
  if (usageOf(extensions.keyUsage) === 'encryption') return { code: 'renewal.encryptionOnly' }
  return undefined
}

/** Each interface can make keys of some kinds only (decision 0041). */
function refuseKey(publicKey: X509Certificate['publicKey'], spoken: TokenInterface): Failure | undefined {
  const { algorithm } = publicKey
  // PKCS#11 has no SM2; a key on its curve would sign by another algorithm.
  if (algorithm === 'sm2') return spoken === 'skf' ? undefined : { code: 'token.sm2Unsupported' }
  const isKnown = algorithm === 'rsa' ? publicKey.bits === 2048 : algorithm === 'p-256'
  if (!isKnown) return { code: 'renewal.unsupportedAlgorithm', details: { algorithm: algorithmName(publicKey) } }
  return spoken === 'skf' ? { code: 'token.onlySm2BySkf' } : undefined
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
