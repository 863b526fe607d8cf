import { isAbove, readNeededVersions } from './elf-needs.ts'
import type { Target } from '../targets.ts'

type Limits = Partial<Record<Target, Readonly<Record<string, string>>>>

/** UOS 20 and Kylin V10: glibc 2.28 and gcc 7 or 8. */
const old = { GLIBC: '2.28', GLIBCXX: '3.4.24', CXXABI: '1.3.11' } as const

/**
 * The newest versions the addon may ask for. On x64 older systems are in use too. Electron itself asks for more than this:
 * the addon must not be what a system is too old for.
 */
const addonLimits: Limits = { 'linux-x64': { ...old, GLIBC: '2.17' }, 'linux-arm64': old }

/** koffi is built by its author, and asks for glibc 2.25 (getentropy). Where that is missing, PKCS#11 still works. */
export const koffiLimits: Limits = { 'linux-x64': old, 'linux-arm64': old }

/** What a native file asks of the system beyond the limits, as sentences; empty where all is well or there are none. */
export function tooNewFor(target: Target, file: Uint8Array, limits = addonLimits): readonly string[] {
  const limit = limits[target]
  if (limit === undefined) return []
  return [...readNeededVersions(file)]
    .filter(([family, version]) => isAbove(version, limit[family] ?? '0'))
    .map(([family, version]) => `${family}_${version} is above ${limit[family] ?? 'none'}`)
}
