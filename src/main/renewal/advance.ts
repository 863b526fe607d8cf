import { assertNever } from '../../shared/assert-never.ts'
import { isFinished } from '../../shared/renewal-steps.ts'
import { AppError } from '../app-error.ts'
import type { RenewalWork } from './renewal-work.ts'
import { collectCertificate } from './steps/collect-certificate.ts'
import { confirmOrder } from './steps/confirm-order.ts'
import { findLostKey } from './steps/find-lost-key.ts'
import { makeKey } from './steps/make-key.ts'
import { provePair } from './steps/prove-pair.ts'
import { removeOldPair } from './steps/remove-old-pair.ts'
import { submitRequest } from './steps/submit-request.ts'
import { writeCertificate } from './steps/write-certificate.ts'
import { writeEncryption } from './steps/write-encryption.ts'

/** From a verified order to a request that can be sent. Needs the unlocked token. */
export async function initialise(work: RenewalWork): Promise<void> {
  const { state } = work.record()
  if (state !== 'verified' && state !== 'key-intended') throw new AppError('renewal.wrongStep', { details: { state } })
  await findLostKey(work)
  if (work.record().state !== 'submitted') await makeKey(work)
}

/**
 * From wherever the journal stands to the end. The same for a renewal that was never interrupted and for one that died
 * anywhere: each step looks at what is there before it does anything twice.
 */
export async function execute(work: RenewalWork): Promise<void> {
  while (!isFinished(work.record().state)) await executeStep(work)
}

function executeStep(work: RenewalWork): Promise<void> {
  const { state } = work.record()
  switch (state) {
    case 'key-made':
      return submitRequest(work)
    case 'submitted':
      return collectCertificate(work)
    case 'issued':
      return writeCertificate(work)
    case 'signing-written':
      return writeEncryption(work)
    case 'encryption-written':
      return provePair(work)
    case 'proved':
      return confirmOrder(work)
    case 'confirmed':
      return removeOldPair(work)
    case 'started':
    case 'order':
    case 'verified':
    case 'key-intended':
    case 'completed':
    case 'abandoned':
      throw new AppError('renewal.wrongStep', { details: { state } })
    default:
      return assertNever(state)
  }
}
