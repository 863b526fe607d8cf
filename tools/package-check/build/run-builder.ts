import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { builderCommand } from '../builder-parts.ts'
import type { Finding } from '../finding.ts'
import { root } from '../places.ts'
import type { System } from '../target.ts'
import type { Product } from './products.ts'

interface Run {
  readonly system: System
  readonly kinds: readonly Product['kind'][]
  readonly configuration: string
  readonly environment: Readonly<Record<string, string>>
}

/** Makes these packages for both architectures. What electron-builder says is a finding when it fails, else nobody's. */
export async function runBuilder({ system, kinds, configuration, environment }: Run): Promise<readonly Finding[]> {
  const child = spawn(
    process.execPath,
    [
      ...[builderCommand, `--${system}`, ...kinds, '--x64', '--arm64'],
      ...['--config', configuration, '--publish', 'never'],
    ],
    { cwd: root, env: { ...process.env, ...quiet, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return code === 0 ? [] : [`electron-builder --${system} has failed:\n${lastLines(`${out}${error}`)}`]
}

/** Nothing is asked of the network, no key is looked for, and the result depends on nobody's umask. */
const quiet = {
  CSC_IDENTITY_AUTO_DISCOVERY: 'false',
  ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
  ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent',
  ELECTRON_BUILDER_DISABLE_UPDATE_CHECK: '1',
  NO_UPDATE_NOTIFIER: '1',
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-25).join('\n')
}
