import type { EventName } from '../../shared/ipc/channels.ts'
import { eventContract, type EventPayload } from '../../shared/ipc/contract.ts'
import { AppError } from '../app-error.ts'

/** Sends an event to the page. */
export type Publish = <E extends EventName>(event: E, payload: EventPayload<E>) => void

/** @param send reaches the page when there is one, else does nothing */
export function createPublish(send: (event: EventName, payload: unknown) => void): Publish {
  return (event, payload) => {
    const parsed = eventContract[event].safeParse(payload)
    if (!parsed.success) throw new AppError('ipc.invalidOutput', { details: { event }, cause: parsed.error })
    send(event, parsed.data)
  }
}
