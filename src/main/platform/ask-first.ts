/**
 * For a platform that has no Idempotency-Key: what changes something is sent once per call, and the platform is asked
 * before (an earlier call, or an earlier life of the program, may have done it) and after a doubt. It is not sent again
 * when the answer is "not yet": the first request may still be on its way.
 */
import type { OperationId, PlatformAnswer, PlatformRequest } from '../../shared/platform/endpoints.ts'
import { AppError } from '../app-error.ts'
import type { PlatformCall } from './platform-call.ts'

/** What the platform says of a change: it has been made, or something stands against it; undefined when neither. */
type Found<O extends OperationId> = { readonly answer: PlatformAnswer<O> } | { readonly refusal: AppError }

type Questions = {
  readonly [O in OperationId]?: (call: PlatformCall, request: PlatformRequest<O>) => Promise<Found<O> | undefined>
}

type Order = PlatformAnswer<'getOrder'>

export function askingFirst(call: PlatformCall): PlatformCall {
  return async (operation, request, options) => {
    const question = questions[operation]
    if (question === undefined) return call(operation, request, options)
    const before = await question(call, request)
    if (before !== undefined) return settled(before)
    try {
      return await call(operation, request, options)
    } catch (error) {
      if (!isInDoubt(error)) throw error
      const after = await question(call, request).catch(() => undefined)
      if (after === undefined) throw error
      return settled(after)
    }
  }
}

/**
 * An SMS leaves nothing to ask for: it is sent once, and a user who waits in vain asks for another. A reading needs no
 * question, a log-in has none.
 */
const questions: Questions = {
  createOrder: async (call, { body: { certificateId } }) => {
    const order = await findActiveOrder(call, certificateId)
    if (order === undefined) return undefined
    const details = { outcome: 'refused', existingOrderId: order.id }
    return { refusal: new AppError('platform.orderActive', { details }) }
  },
  verifySms: (call, { params }) => orderIn(call, params, ['ready', ...submitted]),
  submitCsr: (call, { params }) => orderIn(call, params, submitted),
  confirmOrder: (call, { params, body }) => orderIn(call, params, [body.installed ? 'completed' : 'ready']),
  cancelOrder: (call, { params }) => orderIn(call, params, ['cancelled']),
  // A seal with the same words that has no picture yet is the one that was wanted.
  createSeal: async (call, { body }) => {
    const { items } = await call('listSeals', { query: { type: body.type, state: 'draft', search: body.name } })
    const answer = items.find(
      (seal) =>
        (['type', 'name', 'certificateId', 'department', 'applicant'] as const).every(
          (field) => seal[field] === body[field],
        ) && seal.state === 'draft',
    )
    return answer === undefined ? undefined : { answer }
  },
}

const submitted: readonly Order['state'][] = ['in-review', 'issuing', 'issued', 'completed']
const active: readonly Order['state'][] = ['pending-verification', 'ready', 'in-review', 'issuing', 'issued']

async function orderIn(
  call: PlatformCall,
  params: { readonly orderId: string },
  states: readonly Order['state'][],
): Promise<{ readonly answer: Order } | undefined> {
  const answer = await call('getOrder', { params: { orderId: params.orderId } })
  return states.includes(answer.state) ? { answer } : undefined
}

/** One certificate has at most one: the newest page is enough. */
async function findActiveOrder(call: PlatformCall, certificateId: string): Promise<Order | undefined> {
  const { items } = await call('listOrders', { query: { certificateId, active: 'true' } })
  return items.find((order) => order.certificateId === certificateId && active.includes(order.state))
}

function settled<O extends OperationId>(found: Found<O>): PlatformAnswer<O> {
  if ('refusal' in found) throw found.refusal
  return found.answer
}

function isInDoubt(error: unknown): boolean {
  return error instanceof AppError && error.failure.details?.['outcome'] === 'unknown'
}
