import type { PlatformCall } from './platform-call.ts'

/** When the platform last did what it was asked. */
export interface LastSuccess {
  readonly call: PlatformCall
  /** In ms; undefined when the last call failed, or when another platform answered. */
  readonly ageMs: () => number | undefined
}

/** @param baseUrl of now; throws when there is none */
export function rememberSuccess(
  call: PlatformCall,
  baseUrl: () => string,
  now: () => number = () => performance.now(),
): LastSuccess {
  let last: { readonly at: number; readonly baseUrl: string } | undefined
  return {
    call: async (...asked) => {
      const platform = baseUrl()
      last = undefined
      const answer = await call(...asked)
      last = { at: now(), baseUrl: platform }
      return answer
    },
    ageMs: () => (last === undefined || last.baseUrl !== baseUrl() ? undefined : now() - last.at),
  }
}
