import { isAbove, readNeededVersions } from './elf-needs.ts'
import type { Target } from '../targets.ts'

/**
 * The newest versions the addon may ask for. UOS 20 and Kylin V10 have glibc 2.28 and gcc 7 or 8; on x64 older systems are
 * in use too. Electron itself asks for more than this: the addon must not be what a system is too old for.
 */
const limits: Partial<Record<Target, Readonly<Record<string, string>>>> = {
  'linux-x64': { GLIBC: '2.17', GLIBCXX: '3.4.24', CXXABI: '1.3.11' },
  'linux-arm64': { GLIBC: '2.28', GLIBCXX: '3.4.24', CXXABI: '1.3.11' },
}

/** What a built addon asks of the system beyond the limits, as sentences; empty where all is well or there are none. */
export function tooNewFor(target: Target, addon: Uint8Array): readonly string[] {
  const limit = limits[target]
  if (limit === undefined) return []
  return [...readNeededVersions(addon)]
    .filter(([family, version]) => isAbove(version, limit[family] ?? '0'))
    .map(([family, version]) => `${family}_${version} is above ${limit[family] ?? 'none'}`)
}
