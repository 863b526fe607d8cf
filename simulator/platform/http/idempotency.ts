/**
 * Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): the first answer is kept and given again. A refusal is an
 * answer too, or a lost "wrong code" would cost a second attempt; only 429 and 5xx free the key.
 */
import { createHash } from 'node:crypto'
import type { PlatformState } from '../state/state.ts'
import type { Answer } from './contract-check.ts'
import { Refusal } from './problem.ts'

const keptForMs = 24 * 60 * 60_000

interface KeyedRequest {
  /** By account, never by session: after a new login the same key must find the first answer. */
  readonly accountId: string
  readonly method: string
  readonly path: string
  readonly key: string | string[] | undefined
  readonly body: unknown
}

/** Either the answer that was given before, or the right to work out the first one. */
type KeyedAttempt =
  | { readonly replay: Answer }
  | {
      readonly replay: undefined
      /** Puts the answer into the state; the caller saves it together with what the operation changed. */
      readonly keep: (answer: Answer) => void
      /** Must be called in the end, whatever happened. */
      readonly finish: () => void
    }

/** Errors: request.invalid, request.idempotency-key-reused, request.idempotency-in-progress. */
export type BeginKeyed = (request: KeyedRequest) => KeyedAttempt

export function createIdempotency(state: PlatformState, now: () => number): BeginKeyed {
  const inProgress = new Map<string, string>()

  return ({ accountId, method, path, key, body }) => {
    if (typeof key !== 'string' || !/^[A-Za-z0-9_-]{16,64}$/.test(key)) {
      throw new Refusal('request.invalid', {
        errors: [{ pointer: '/Idempotency-Key', detail: 'missing or malformed' }],
      })
    }
    const scope = `${accountId} ${method} ${path} ${key}`
    const bodySha256 = sha256(JSON.stringify(body ?? null))
    state.answers = state.answers.filter(({ at }) => at > now() - keptForMs)
    const stored = state.answers.find((answer) => answer.scope === scope)
    const firstBody = stored?.bodySha256 ?? inProgress.get(scope)
    if (firstBody !== undefined && firstBody !== bodySha256) throw new Refusal('request.idempotency-key-reused')
    if (stored !== undefined) return { replay: { status: stored.status, body: stored.body } }
    if (firstBody !== undefined) throw new Refusal('request.idempotency-in-progress', { retryAfterSeconds: 1 })

    inProgress.set(scope, bodySha256)
    return {
      replay: undefined,
      keep: ({ status, body: answerBody }) => {
        const isFinal = status < 500 && status !== 429
        if (isFinal) state.answers.push({ scope, bodySha256, status, body: answerBody, at: now() })
      },
      finish: () => void inProgress.delete(scope),
    }
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
