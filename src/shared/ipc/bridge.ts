import type { Channel, EventName } from './channels.ts'
import type { EventPayload, Input, Output } from './contract.ts'
import type { Result } from './result.ts'

/** What the page finds as `window.desktop`: one function per channel and one subscription per event, nothing generic. */
export interface Bridge {
  readonly invoke: { readonly [C in Channel]: (input: Input<C>) => Promise<Result<Output<C>>> }
  /** Calls the listener with each payload until the returned function is called. */
  readonly on: { readonly [E in EventName]: (listener: (payload: EventPayload<E>) => void) => () => void }
}
