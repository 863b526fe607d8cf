import type { Target } from '../targets.ts'

/** What koffi needs of itself when it is asked for by `require`; its package has its sources and documents too. */
export const koffiFiles = [
  'package.json',
  'LICENSE.txt',
  'index.cjs',
  'src/koffi/index.cjs',
  'src/koffi/src/static.cjs',
] as const

const platforms = { linux: 'linux', win: 'win32', mac: 'darwin' } as const

/** The native part of koffi for one target: a package of its own, of which npm installs this computer's. */
interface NativePart {
  /** `@koromix/koffi-win32-x64` */
  readonly name: string
  /** Its native file, below the package; the one for glibc on Linux, where another one is for musl. */
  readonly binary: string
  /** All that is shipped of it, below the package. */
  readonly files: readonly string[]
}

export function nativePartFor(target: Target): NativePart {
  const [system, cpu] = target.split('-') as [keyof typeof platforms, string]
  const platform = platforms[system]
  const binary = `${platform}_${cpu}/koffi.node`
  return { name: `@koromix/koffi-${platform}-${cpu}`, binary, files: ['package.json', 'index.js', binary] }
}

/** The native file for a target, as it lies below the program. */
export function koffiPath(target: Target): string {
  const { name, binary } = nativePartFor(target)
  return `node_modules/${name}/${binary}`
}
