import type {
  SimulatorPush,
  SimulatorReply,
  SimulatorRequests,
  SimulatorRequestType,
  SmsMessage,
} from '../../shared/demo/simulator-messages.ts'
import { AppError } from '../app-error.ts'
import type { ChildHandle } from '../processes/child-handle.ts'

/** The platform simulator in its own process. */
export interface SimulatorProcess {
  request<T extends SimulatorRequestType>(
    type: T,
    input: SimulatorRequests[T]['input'],
  ): Promise<SimulatorRequests[T]['output']>
  stop(): void
}

interface Pending {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/** @param child the simulator; this program is its only user, so what it sends is taken by its type */
export function connectSimulator(child: ChildHandle, onSms: (message: SmsMessage) => void): SimulatorProcess {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let hasEnded = false
  child.onMessage((message) => {
    const received = message as SimulatorReply | SimulatorPush
    if ('id' in received) settle(pending, received)
    else onSms(received.message)
  })
  child.onExit(() => {
    hasEnded = true
    for (const { reject } of pending.values()) reject(new AppError('demo.unavailable'))
    pending.clear()
  })
  return {
    request: (type, input) =>
      new Promise((resolve, reject) => {
        if (hasEnded) throw new AppError('demo.unavailable')
        lastId += 1
        pending.set(lastId, { resolve, reject })
        child.send({ id: lastId, type, ...input })
      }),
    stop: () => child.kill(),
  }
}

function settle(pending: Map<number, Pending>, reply: SimulatorReply): void {
  const waiting = pending.get(reply.id)
  pending.delete(reply.id)
  // The reply to a request of type T carries the output of T.
  if (reply.ok) waiting?.resolve(reply.value as never)
  else waiting?.reject(new AppError('demo.unavailable', { cause: new Error(reply.message) }))
}
