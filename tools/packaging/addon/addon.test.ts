import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBinaryTarget } from '../binary-target.ts'
import { addonSource } from '../paths.ts'
import { targetOf, type Target } from '../targets.ts'
import { commandsFor } from './compilers.ts'
import { isAbove, readNeededVersions } from './elf-needs.ts'
import { ensureAddon } from './ensure-addon.ts'
import { tooNewFor } from './oldest-systems.ts'

const host = targetOf(process.platform, process.arch)
/** What Debian has compilers for; elsewhere the host's own. */
const here: readonly Target[] = host === 'linux-x64' ? ['linux-x64', 'linux-arm64', 'win-x64', 'win-ia32'] : [host]
const needs = async (target: Target) => readNeededVersions(readFileSync((await ensureAddon(target)).path))

describe('the addon', () => {
  it.each(here)('is built for %s', async (target) => {
    await expect(readBinaryTarget((await ensureAddon(target)).path)).resolves.toBe(target)
  })

  it('loads and offers PKCS#11', async () => {
    const { path } = await ensureAddon(host)
    const { PKCS11 } = createRequire(import.meta.url)(path) as { PKCS11: new () => { load: (path: string) => void } }
    expect(() => new PKCS11().load('/nowhere/driver.so')).toThrow('/nowhere/driver.so')
  })

  it.skipIf(host !== 'linux-x64')('asks for no newer glibc than old systems have', async () => {
    const [x64, arm64] = [await needs('linux-x64'), await needs('linux-arm64')]
    expect([x64.get('GLIBC'), arm64.get('GLIBC')]).toEqual(['2.14', '2.17'])
    expect([x64.get('GLIBCXX'), arm64.get('GLIBCXX')]).toEqual(['3.4.21', '3.4.21'])
  })

  it.skipIf(!isAbove(glibc(), '2.33'))('would ask for a newer one as npm builds it, and be refused', () => {
    const built = readFileSync(join(addonSource, 'build/Release/pkcs11.node'))
    expect(tooNewFor('linux-x64', built)).toEqual(['GLIBC_2.34 is above 2.17'])
  })
})

it('nothing on Linux builds for Windows on ARM or for macOS: that is said, and nothing is made', () => {
  const work = { host: 'linux-x64', output: 'out', scratch: 'scratch' } as const
  expect(() => commandsFor({ ...work, target: 'win-arm64' })).toThrow('is built on Windows')
  expect(() => commandsFor({ ...work, target: 'mac-arm64' })).toThrow('is built on macOS')
})

it('compares versions by their numbers', () => {
  expect([isAbove('2.9', '2.17'), isAbove('2.2.5', '2.2'), isAbove('2.17', '2.17')]).toEqual([false, true, false])
})

/** Of this computer; nothing where its C library is another one. */
function glibc(): string {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return process.arch === 'x64' ? (header.glibcVersionRuntime ?? '0') : '0'
}
