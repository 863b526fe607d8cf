/** The only file that touches `window.desktop`. */
import type { ErrorCode } from '../shared/error-codes.ts'
import type { Failure } from '../shared/failure.ts'
import type { Bridge } from '../shared/ipc/bridge.ts'
import type { Channel, EventName } from '../shared/ipc/channels.ts'
import type { EventPayload, Input, Output } from '../shared/ipc/contract.ts'

declare global {
  interface Window {
    readonly desktop: Bridge
  }
}

/** A failure that main answered with. */
export class DesktopError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'DesktopError'
    this.failure = failure
  }
}

/** Answers with the value, or rejects with a DesktopError. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const result = await window.desktop.invoke[channel](input)
  if (!result.ok) throw new DesktopError(result.failure)
  return result.value
}

/** Calls the listener with each payload until the returned function is called. */
export function listen<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  return window.desktop.on[event](listener)
}

/** Any thrown thing as a failure: what is not ours is `internal`. */
export function toFailure(thrown: unknown): Failure {
  return thrown instanceof DesktopError ? thrown.failure : { code: 'internal' }
}

export function hasCode(thrown: unknown, code: ErrorCode): boolean {
  return thrown instanceof DesktopError && thrown.failure.code === code
}
