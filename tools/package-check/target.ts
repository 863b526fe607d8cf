/** What a package is made for, in electron-builder's words: `${os}` and `${arch}` of its file names. */
export interface Target {
  readonly system: System
  readonly arch: Arch
}

export type System = 'linux' | 'win' | 'mac'
export type Arch = 'x64' | 'arm64'

export const architectures: readonly Arch[] = ['x64', 'arm64']

/** Node's and Electron's names of the systems (`process.platform`). */
export const platforms = { linux: 'linux', win: 'win32', mac: 'darwin' } as const

export function nameOf({ system, arch }: Target): string {
  return `${system}-${arch}`
}
