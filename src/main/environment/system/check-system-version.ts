import { assertNever } from '../../../shared/assert-never.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { Check } from '../check.ts'
import { inOrder, outOfOrder } from '../finding.ts'
import type { SystemRelease } from './system-release.ts'

/** Electron 23 was the last one for Windows 8.1 and older (its breaking changes, 23.0). */
const oldestWindows = 10
/** From this build on Windows 10 is called 11. */
const windows11 = 22_000
/** Electron 44 and later need macOS 13 (its breaking changes, 44.0). */
const oldestMacos = 13

/** Names in os-release of the systems that the packages of this program are made for. */
const knownLinux: readonly string[] = ['uos', 'deepin', 'kylin', 'openkylin', 'neokylin', 'debian', 'ubuntu']

/** Is this an operating system that the program is made for? Codes environment.systemTooOld, environment.systemUntested. */
export function createSystemVersionCheck(release: () => Promise<SystemRelease>): Check {
  return { name: 'system-version', run: async () => [judge(await release())] }
}

function judge(release: SystemRelease): Finding {
  switch (release.kind) {
    case 'windows': {
      const { major, build, version } = release
      const name = `Windows ${major === 10 && build >= windows11 ? 11 : major}`
      return judgeAge(major >= oldestWindows, name, version)
    }
    case 'macos':
      return judgeAge(release.major >= oldestMacos, release.version, release.version)
    case 'linux':
      return judgeLinux(release)
    case 'other':
      return outOfOrder('unknown', { code: 'environment.systemUntested' })
    default:
      return assertNever(release)
  }
}

function judgeAge(isNewEnough: boolean, name: string, version: string): Finding {
  const details = [{ label: 'systemVersion', value: version }]
  if (isNewEnough) return inOrder({ system: name }, { details })
  return outOfOrder('blocked', { code: 'environment.systemTooOld' }, { details })
}

function judgeLinux({ id, name, libc }: Extract<SystemRelease, { readonly kind: 'linux' }>): Finding {
  const details = [
    { label: 'systemVersion', value: name === '' ? id : name },
    ...(libc === undefined ? [] : [{ label: 'libc', value: libc }]),
  ]
  if (knownLinux.includes(id)) return inOrder({ system: name === '' ? id : name }, { details })
  return outOfOrder('unknown', { code: 'environment.systemUntested' }, { details })
}
