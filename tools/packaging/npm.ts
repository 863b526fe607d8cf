import { spawnSync } from 'node:child_process'

const npmFailed = Symbol('npm failed')

/** Runs npm as it was called, so that its version and settings stay the same. @throws when it fails (isNpmFailure) */
export function npm(parameters: readonly string[], folder: string): void {
  const cli = process.env['npm_execpath']
  const [command, first] = cli === undefined ? ['npm', []] : [process.execPath, [cli]]
  const { status } = spawnSync(command, [...first, ...parameters], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: cli === undefined && process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm ${parameters[0] ?? ''} failed (${status ?? 'ended'})`, { cause: npmFailed })
}

/** Was it npm itself that failed, as it does without a network? */
export function isNpmFailure(error: unknown): boolean {
  return error instanceof Error && error.cause === npmFailed
}
