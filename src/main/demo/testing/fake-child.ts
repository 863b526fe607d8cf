/** For tests: a child process that does nothing by itself, and ends when it is killed. */
import type { ChildHandle } from '../../processes/child-handle.ts'

export interface FakeChild {
  readonly handle: ChildHandle
  readonly sent: readonly unknown[]
  readonly say: (message: unknown) => void
  readonly exit: () => void
  readonly kills: () => number
}

/** @param react is told what was sent, and how to answer */
export function fakeChild(
  react: (message: unknown, say: (reply: unknown) => void) => void = () => undefined,
): FakeChild {
  const sent: unknown[] = []
  let kills = 0
  let say: (message: unknown) => void = () => undefined
  let ended: () => void = () => undefined
  return {
    sent,
    say: (message) => say(message),
    exit: () => ended(),
    kills: () => kills,
    handle: {
      pid: undefined,
      send: (message) => {
        sent.push(message)
        react(message, (reply) => say(reply))
      },
      onMessage: (listener) => {
        say = listener
      },
      onExit: (listener) => {
        ended = () => listener(0, null)
      },
      kill: () => {
        kills += 1
        ended()
      },
    },
  }
}
