import 'reflect-metadata'
import { X509Certificate } from '@peculiar/x509'
import type { PlatformAnswer, PlatformReceived } from '../../../src/shared/platform/endpoints.ts'
import { publicKeyOf } from '../authority/certificate-record.ts'
import { checkCertificateRequest } from '../authority/certificate-request.ts'
import { isProvenBy } from '../authority/possession-proof.ts'
import { publicKeySha256 } from '../authority/public-key.ts'
import { Refusal } from '../http/problem.ts'
import { chooseWrapping } from '../kmc/wrapped-key.ts'
import type { Platform } from '../platform.ts'
import type { OrderRecord } from '../state/state.ts'
import type { Call } from './handlers.ts'
import { issueOrder } from './issue-order.ts'
import { assertNotExpired, assertState, enter, findOrder, orderedCertificate, orderView } from './order-life.ts'

type Submission = PlatformReceived<'submitCsr'>['body']

export async function submitCsr(
  platform: Platform,
  { account, params, body }: Call<'submitCsr'>,
): Promise<PlatformAnswer<'submitCsr'>> {
  const { state, clock, settings } = platform
  const order = findOrder(state, account, params.orderId)
  assertNotExpired(order)
  assertState(order, 'ready')
  const old = orderedCertificate(state, order)
  const oldDer = Buffer.from(old.der, 'base64')
  const publicKey = await checkCertificateRequest(Buffer.from(body.csr, 'base64'), {
    subject: new X509Certificate(oldDer).subjectName,
    keyAlgorithm: old.keyAlgorithm,
    keysSeen: state.keysSeen,
  })
  checkProof(body, order, publicKeyOf(oldDer))

  order.csr = body.csr
  order.publicKeySha256 = publicKeySha256(publicKey)
  const wrapping = chooseWrapping(body.keyWrapping ?? [], old.keyAlgorithm)
  if (wrapping !== undefined && order.encryptionCertificateId !== undefined) order.wrapping = wrapping
  if (settings.review) enter(order, 'in-review', clock.now())
  else await issueOrder(platform, order)
  state.keysSeen.push(publicKeySha256(publicKey))
  return orderView(state, order)
}

/** Errors: pop.required, pop.invalid. */
function checkProof({ csr, proof }: Submission, order: OrderRecord, oldPublicKey: Uint8Array): void {
  if (!order.popRequired) return
  if (proof === undefined) throw new Refusal('pop.required')
  const request = { orderId: order.id, nonce: order.popNonce, csr: Buffer.from(csr, 'base64'), oldPublicKey }
  if (!isProvenBy(proof, request)) throw new Refusal('pop.invalid')
}
