import { AppError } from '../../../app-error.ts'
import { toSkfError } from '../skf-errors.ts'
import type { SkfLibrary } from './load-skf.ts'
import type { AskSkf, SkfName, SkfParameters } from './prototypes.ts'

/** One call as it went; for the key report. */
interface CallRecord {
  readonly name: SkfName
  readonly code: number
  readonly microseconds: number
}

/**
 * Every call into the library goes through here, one at a time and synchronously: a call that never comes back is ended
 * with the process (decision 0040).
 */
export interface SkfCalls {
  readonly library: Pick<SkfLibrary, 'form' | 'exported' | 'missing'>
  readonly has: (name: SkfName) => boolean
  readonly ask: AskSkf
  /** The same where anything but success is a failure. */
  readonly demand: <Name extends SkfName>(name: Name, ...parameters: SkfParameters<Name>) => void
  /** Told of every call until what it answers with is called. */
  readonly record: (recorded: (call: CallRecord) => void) => () => void
}

export function createSkfCalls(library: SkfLibrary): SkfCalls {
  let recorder: ((call: CallRecord) => void) | undefined
  const ask: AskSkf = (name, ...parameters) => {
    const call = library.functions.get(name)
    if (call === undefined) throw new AppError('token.unsupported', { details: { call: name, detail: 'missing' } })
    const begun = performance.now()
    const code = call(...parameters) >>> 0
    recorder?.({ name, code, microseconds: Math.round((performance.now() - begun) * 1000) })
    return code
  }
  return {
    library,
    has: (name) => library.functions.has(name),
    ask,
    demand: (name, ...parameters) => {
      const code = ask(name, ...parameters)
      if (code !== 0) throw toSkfError(name, code)
    },
    record: (recorded) => {
      recorder = recorded
      return () => (recorder = undefined)
    },
  }
}
