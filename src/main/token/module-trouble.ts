import type { Failure } from '../../shared/failure.ts'
import type { QuarantineReason } from '../../shared/failure-words.ts'

/** A module that has worked may crash so often in this time before it is not started again by itself. */
const crashLimit = 3
const windowMs = 10 * 60_000

/** Of one module, from when it was put to use: whether its ends still allow it to be started again. */
export interface ModuleTrouble {
  /** It has listed its tokens: from now on an end may be an accident. */
  proven(): void
  /** Its process has ended without being told to. Answers with why it must not be started again, if so. */
  ended(failure: Failure): QuarantineReason | undefined
}

export function createModuleTrouble(now: () => Date): ModuleTrouble {
  let isProven = false
  let crashes: readonly number[] = []
  return {
    proven: () => {
      isProven = true
    },
    ended: (failure) => {
      if (isEndedFromOutside(failure)) return undefined
      if (!isProven) return failure.code === 'token.timeout' ? 'hung' : 'crashed'
      // A call that hangs in use waits for the user or for the key as often as for nothing.
      if (failure.code !== 'token.crashed') return undefined
      const at = now().getTime()
      crashes = [...crashes.filter((crash) => at - crash < windowMs), at]
      return crashes.length >= crashLimit ? 'repeated' : undefined
    },
  }
}

/** SIGHUP, SIGINT and SIGTERM as signals, as wait status and as a shell's exit code; the last is Windows ending a session. */
const outsideCodes: readonly unknown[] = [15, 129, 130, 143, 0x4001_0004]
const outsideSignals: readonly unknown[] = ['SIGHUP', 'SIGINT', 'SIGTERM']

/** Somebody logs out, shuts down or waits no longer, or the process could not be started: nothing that the module did. */
function isEndedFromOutside({ code, details = {} }: Failure): boolean {
  const { signal, exitCode, detail } = details
  return (
    code === 'token.waitStopped' ||
    detail === 'notStarted' ||
    outsideSignals.includes(signal) ||
    outsideCodes.includes(exitCode)
  )
}
