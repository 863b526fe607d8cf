/** Systems and architectures, by electron-builder's names for them (`${os}` and `${arch}` in its file). */
export const targets = [
  'linux-x64',
  'linux-arm64',
  'win-x64',
  'win-arm64',
  // Only for the worker that loads 32-bit drivers: there is no Electron for it (decision 0017).
  'win-ia32',
  'mac-x64',
  'mac-arm64',
] as const

export type Target = (typeof targets)[number]
export type TargetSystem = 'linux' | 'win' | 'mac'

const systems: Readonly<Record<string, TargetSystem>> = { linux: 'linux', win32: 'win', darwin: 'mac' }

/** @param platform as in `process.platform` */
export function systemOf(platform: string): TargetSystem {
  const system = systems[platform]
  if (system === undefined) throw new Error(`nothing is packaged for ${platform}`)
  return system
}

/** What this computer is, or what a package for `platform` and `arch` (names of Node) is. */
export function targetOf(platform: string, arch: string): Target {
  return parseTarget(`${systemOf(platform)}-${arch}`)
}

/** @throws for a name that is none */
export function parseTarget(name: string): Target {
  const target = targets.find((one) => one === name)
  if (target === undefined) throw new Error(`${name} is none of ${targets.join(', ')}`)
  return target
}
