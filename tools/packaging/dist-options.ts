import type { TargetSystem } from './targets.ts'

interface DistOptions {
  readonly system: TargetSystem
  readonly arches: readonly ('x64' | 'arm64')[]
  /** A release: a package that is not signed is refused. */
  readonly isRelease: boolean
  /** Of a signing service: docs/release.md. */
  readonly signCommand: string | undefined
}

/**
 * What `npm run dist` has been asked for: `--x64`, `--arm64`, `--release`; without an architecture this computer's.
 * @throws for anything else
 */
export function parseDist(
  given: readonly string[],
  host: Pick<DistOptions, 'system' | 'signCommand'> & { readonly arch: string },
): DistOptions {
  const unknown = given.filter((one) => !['--x64', '--arm64', '--release'].includes(one))
  if (unknown.length > 0) throw new Error(`npm run dist knows --x64, --arm64 and --release, not ${unknown.join(' ')}`)
  const { system, signCommand, arch } = host
  const arches = (['x64', 'arm64'] as const).filter((one) => given.includes(`--${one}`))
  const own = arch === 'arm64' ? 'arm64' : 'x64'
  return { system, signCommand, arches: arches.length === 0 ? [own] : arches, isRelease: given.includes('--release') }
}

/** What electron-builder is called with. */
export function builderParameters({ system, arches, isRelease, signCommand }: DistOptions): readonly string[] {
  const isSignedByCommand = system === 'win' && signCommand !== undefined && signCommand !== ''
  return [
    ...[`--${system}`, ...arches.map((arch) => `--${arch}`), '--publish', 'never'],
    ...(isRelease ? ['-c.forceCodeSigning=true'] : []),
    ...(isSignedByCommand ? ['-c.win.signtoolOptions.sign=./tools/packaging/signing/sign.ts'] : []),
  ]
}
