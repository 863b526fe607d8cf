import type { SmsMessage } from '../../src/shared/demo/simulator-messages.ts'

/** The phone of all accounts: what was sent, and who wants to hear of the next message. */
export interface SmsInbox {
  readonly list: () => readonly SmsMessage[]
  /** Returns its unsubscribe function. */
  readonly subscribe: (listener: (message: SmsMessage) => void) => () => void
}

export interface SmsOutbox extends SmsInbox {
  readonly deliver: (message: SmsMessage) => void
}

/** @param messages where messages are kept; grows with each delivery */
export function createSmsInbox(messages: SmsMessage[]): SmsOutbox {
  const listeners = new Set<(message: SmsMessage) => void>()
  return {
    list: () => [...messages],
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    deliver: (message) => {
      messages.push(message)
      for (const listener of listeners) listener(message)
    },
  }
}
