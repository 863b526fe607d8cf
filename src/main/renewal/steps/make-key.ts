import { createHash } from 'node:crypto'
import { proofText } from '../../../shared/platform/proof.ts'
import { AppError } from '../../app-error.ts'
import { readCertificate, type X509Certificate } from '../../x509/certificate.ts'
import { createCertificationRequest, isSelfSigned, type RequestAlgorithm } from '../../x509/certification-request.ts'
import { signingIdOf } from '../begun-objects.ts'
import { wrappingsFor } from '../key-wrapping.ts'
import type { TokenPair } from '../ports.ts'
import { entryOf, fromBase64, interfaceOf, toBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'
import { keyTypeOf, proofAlgorithmOf, signingKeyOf } from '../signing-key.ts'

/** verified → key-intended → key-made: a new pair beside the old one, its request, and the old key's proof. */
export async function makeKey(work: RenewalWork): Promise<void> {
  const old = readCertificate(fromBase64(work.record().started.oldCertificate))
  const algorithm = signingKeyOf(old, interfaceOf(work.record()))
  const oldPair = await work.ports.token.findPair(old.publicKey.sha256)
  await removeInterrupted(work)
  const withEncryption = entryOf(work.record(), 'order').withEncryption === true
  const unwraps = withEncryption && wrappingsFor(keyTypeOf(algorithm), work.record()).length > 0
  const { id, publicKey } = await generate(work, { label: oldPair.label, algorithm, unwraps })
  const made = await work.run('make-request', () => makeRequest(work, { old, oldPair, algorithm, id, publicKey }))
  await work.enter({ state: 'key-made', publicKeySha256: sha256(publicKey).toString('hex'), ...made })
}

/** What an earlier generation of this renewal left on the token, whole or half: no request of it was ever sent. */
async function removeInterrupted(work: RenewalWork): Promise<void> {
  const intended = work.record().entries['key-intended']
  if (intended === undefined) return
  await work.unlocked().removePair(intended.id)
  await work.unlocked().removeNameless()
}

interface WantedKey {
  readonly label: string
  readonly algorithm: RequestAlgorithm
  readonly unwraps: boolean
}

/** A token that gives a signing key no second purpose makes it for signing alone; the encryption certificate is left out. */
async function generate(
  work: RenewalWork,
  wanted: WantedKey,
): Promise<{ readonly id: string; readonly publicKey: Uint8Array }> {
  const attempt = (work.record().entries['key-intended']?.attempt ?? 0) + 1
  const id = signingIdOf(work.record(), attempt)
  const { label, unwraps } = wanted
  const keyType = keyTypeOf(wanted.algorithm)
  await work.enter({ state: 'key-intended', id, label, keyType, attempt, unwraps })
  try {
    const publicKey = await work.run('make-key', () =>
      work
        .unlocked()
        .generateKeyPair({ id, label, keyType, ...(unwraps && keyType === 'rsa-2048' ? { unwraps } : {}) }),
    )
    return { id, publicKey }
  } catch (error) {
    if (!unwraps || !isTemplateRefused(error)) throw error
    return generate(work, { ...wanted, unwraps: false })
  }
}

const templateRefusals = ['TEMPLATE_INCONSISTENT', 'ATTRIBUTE_TYPE_INVALID', 'ATTRIBUTE_VALUE_INVALID']

function isTemplateRefused(error: unknown): boolean {
  const ckr = error instanceof AppError ? error.failure.details?.['ckr'] : undefined
  return typeof ckr === 'string' && templateRefusals.some((name) => ckr === `CKR_${name}`)
}

interface NewKey {
  readonly old: X509Certificate
  readonly oldPair: TokenPair
  readonly algorithm: RequestAlgorithm
  readonly id: string
  readonly publicKey: Uint8Array
}

/**
 * Request and proof are kept: ECDSA signs differently each time, and a keyed call must send the same again. Code
 * token.signatureWrong: the request is not signed by the key in it, and must not leave this computer.
 */
async function makeRequest(work: RenewalWork, { old, oldPair, algorithm, id, publicKey }: NewKey) {
  const token = work.unlocked()
  const request = await createCertificationRequest({
    subject: old.subject.der,
    publicKey,
    algorithm,
    sign: (text) => token.sign(id, text),
  })
  if (!isSelfSigned(request)) throw new AppError('token.signatureWrong')
  const order = entryOf(work.record(), 'order')
  if (!order.popRequired) return { request: toBase64(request) }
  const text = proofText(order.orderId, order.popNonce, sha256(request).toString('base64url'))
  const signature = await token.sign(oldPair.id, new TextEncoder().encode(text))
  const proof = { algorithm: proofAlgorithmOf(algorithm), signature: toBase64(signature) }
  return { request: toBase64(request), proof }
}

function sha256(octets: Uint8Array): Buffer {
  return createHash('sha256').update(octets).digest()
}
