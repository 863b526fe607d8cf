import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { demoCredentials } from './demo-certificates.ts'

const run = promisify(execFile)

/** A token to demonstrate with: which module, and what its process finds in its environment. */
export interface DemoToken {
  readonly kind: 'softhsm' | 'soft'
  readonly modulePath: string
  readonly environment: Readonly<Record<string, string>>
}

const softHsmModules = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
]

/** Absolute: what stands first in PATH may be anybody's. */
const softHsmTools = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].map((folder) => `${folder}/softhsm2-util`)

/** A SoftHSM2 token with a store of its own in this folder, or nothing where SoftHSM2 is not installed. */
export async function openSoftHsm(folder: string): Promise<DemoToken | undefined> {
  const modulePath = softHsmModules.find((path) => existsSync(path))
  const tool = softHsmTools.find((path) => existsSync(path))
  if (modulePath === undefined || tool === undefined) return undefined
  const store = join(folder, 'softhsm')
  const conf = join(store, 'softhsm2.conf')
  const environment = { SOFTHSM2_CONF: conf }
  if (!existsSync(conf)) {
    await mkdir(join(store, 'tokens'), { recursive: true, mode: 0o700 })
    await writeFile(
      conf,
      `directories.tokendir = ${join(store, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
      { mode: 0o600 },
    )
    await initialise(tool, environment)
  }
  return { kind: 'softhsm', modulePath, environment }
}

/** The tool is given the PIN of the demonstration, which is on screen, so an argument is no leak. */
async function initialise(tool: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const { pin } = demoCredentials
  const options = ['--init-token', '--free', '--label', '演示 USB Key', '--pin', pin, '--so-pin', pin]
  await run(tool, options, { env: { ...process.env, ...environment } })
}

/** The soft token: needs no compiler and no module. An empty file is a new one with the demonstration's PIN. */
export async function openSoftToken(folder: string): Promise<DemoToken> {
  const path = join(folder, 'soft-token.json')
  if (!existsSync(path)) await writeFile(path, '{}', { mode: 0o600 })
  return { kind: 'soft', modulePath: `soft-token:${path}`, environment: {} }
}
