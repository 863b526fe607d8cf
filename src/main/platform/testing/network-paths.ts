/** For tests: the ways by which a request can leave the program. Node's fetch stands in for Electron's. */
import type { PlatformOptions } from '../platform.ts'

interface NetworkPath {
  readonly name: string
  readonly options: Pick<PlatformOptions, 'fetch'>
}

export const networkPaths: readonly NetworkPath[] = [
  { name: 'own connections', options: {} },
  { name: 'fetch', options: { fetch: globalThis.fetch } },
]
