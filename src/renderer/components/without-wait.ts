import type { Failure } from '../../shared/failure.ts'

/** The failure without the seconds to wait, where they are said better beside it. */
export function withoutWait({ code, details = {} }: Failure): Failure {
  return { code, details: Object.fromEntries(Object.entries(details).filter(([name]) => name !== 'retryAfterSeconds')) }
}
