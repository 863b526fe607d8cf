/** For tests: the ways by which a request can leave the program. Node's fetch stands in for Electron's. */
import type { PlatformOptions } from '../platform.ts'
import { directPolicy } from '../transport/network-policy.ts'

interface NetworkPath {
  readonly name: string
  readonly fetch?: typeof globalThis.fetch
  readonly options: Pick<PlatformOptions, 'policy' | 'system'>
}

/** The system's network stack takes every request. */
export function throughSystem(fetch: typeof globalThis.fetch): Pick<PlatformOptions, 'policy' | 'system'> {
  const policy = { ...directPolicy, useSystemNetwork: true }
  return {
    policy: () => policy,
    system: { resolveProxy: () => Promise.reject(new Error('not asked for')), fetch: () => fetch },
  }
}

export const networkPaths: readonly NetworkPath[] = [
  { name: 'own connections', options: {} },
  { name: 'fetch', fetch: globalThis.fetch, options: throughSystem(globalThis.fetch) },
]
