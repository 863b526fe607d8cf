import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { thisSystem } from '../../src/main/drivers/driver-system.ts'
import type { DriverHost } from '../../src/main/drivers/ports.ts'
import type { DriverEntry } from '../../src/shared/ipc/models-drivers.ts'
import type { WorkerSpawner } from '../../src/main/token/worker-handle.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, spawnForTests, type Desk } from '../support/desk.ts'
import { buildCrashOnLoad } from '../support/pkcs11-forwarder/build.ts'
import { softHsmModule } from '../support/softhsm.ts'

let desk: Desk
let root: string
let app: AppUnderTest | undefined
let spawned: number

beforeEach(async () => {
  desk = await createDesk()
  root = mkdtempSync(join(tmpdir(), 'drivers-'))
  spawned = 0
})

afterEach(async () => {
  await app?.close()
  app = undefined
  await desk.remove()
  rmSync(root, { recursive: true, force: true })
})

/** A place in the tree that stands for this computer's disk. */
function place(...names: readonly string[]): string {
  const path = join(root, ...names)
  mkdirSync(join(path, '..'), { recursive: true })
  return path
}

const countedSpawn: WorkerSpawner = (kind, environment) => {
  spawned += 1
  return spawnForTests(kind, environment)
}

const longmai = [{ vendorId: '055c', productId: 'e618' }]

/** The program on a computer whose disk is the tree, and the rows with fixed paths: SoftHSM2, the real one. */
async function start(changes: Partial<DriverHost> = {}, modules: readonly string[] = []): Promise<AppUnderTest> {
  const folders = [join(root, 'lib')]
  const system = {
    ...thisSystem(),
    ...{ environment: {}, home: root, libraryFolders: { 32: folders, 64: folders } },
    p11KitFolders: [join(root, 'p11')],
  }
  const drivers = { system, searches: true, devices: () => Promise.resolve([]), ...changes }
  app = await startApp(desk, { modules, spawn: countedSpawn, drivers })
  await app.overview(({ complete }) => complete)
  return app
}

async function entry(name: string): Promise<DriverEntry | undefined> {
  return (await app?.value('drivers:list', {}))?.drivers.find((driver) => driver.name === name)
}

/** SoftHSM2's own octets under another name, with its header changed. */
function copyOfSoftHsm(path: string, change: (octets: Buffer) => void = () => undefined): string {
  const octets = readFileSync(softHsmModule())
  change(octets)
  writeFileSync(path, octets)
  return path
}

describe('without any setting', () => {
  it('finds the driver of the table and reads the key with it', async () => {
    await desk.put({ keyType: 'rsa-2048', days: [-10, 300] })
    const { overview } = await start()
    expect((await overview(({ cards }) => cards.length > 0)).tokens).toHaveLength(1)
    expect(await entry('libsofthsm2.so')).toMatchObject({
      ...{ state: 'ready', origins: ['table'], bits: 64, cpu: process.arch, isRemovable: false },
      known: { driverId: 'softhsm2', evidence: 'verified' },
    })
  })

  it('uses what p11-kit is configured with, once for the same file', async () => {
    writeFileSync(place('p11', 'hsm.module'), `module: ${softHsmModule()}\n`)
    await start()
    expect(await entry('libsofthsm2.so')).toMatchObject({ state: 'ready', origins: ['system', 'table'] })
    expect(spawned).toBe(1)
  })

  it('uses a driver only while its key is plugged in, and keeps it then', async () => {
    copyOfSoftHsm(place('lib', 'libgm3000_pkcs11.so'))
    let devices: typeof longmai = []
    const { value } = await start({ devices: () => Promise.resolve(devices) })
    expect(await entry('libgm3000_pkcs11.so')).toMatchObject({ state: 'not-plugged' })
    devices = longmai
    await value('certificates:refresh', {})
    expect(await entry('libgm3000_pkcs11.so')).toMatchObject({ state: 'ready', known: { vendor: '龙脉' } })
    devices = []
    await value('certificates:refresh', {})
    expect(await entry('libgm3000_pkcs11.so')).toMatchObject({ state: 'ready' })
  })

  it.each([
    ['of 32 bits', 'bits-32', (octets: Buffer) => octets.writeUInt8(1, 4)],
    ['for another CPU', 'cpu', (octets: Buffer) => octets.writeUInt16LE(258, 18)],
  ])('says that a driver is %s without starting a process for it', async (_what, reason, change) => {
    copyOfSoftHsm(place('lib', 'libgm3000_pkcs11.so'), change)
    const { overview } = await start({ devices: () => Promise.resolve(longmai) })
    const failure = { code: 'token.moduleWrongArchitecture', details: { reason } }
    expect(await entry('libgm3000_pkcs11.so')).toMatchObject({ state: 'failed', failure })
    const { modules } = await overview(() => true)
    expect(modules.find(({ name }) => name === 'libgm3000_pkcs11.so')).toMatchObject({ failure })
    // SoftHSM2's.
    expect(spawned).toBe(1)
  })

  it('names a vendor’s page in the table only, and opens nothing else', async () => {
    const opened: string[] = []
    const openPage = (url: string) => Promise.resolve(void opened.push(url))
    const { value } = await start({ openPage })
    expect(await value('drivers:open-page', { driverId: 'longmai-gm3000' })).toEqual({ isOpened: true })
    expect(await value('drivers:open-page', { driverId: 'softhsm2' })).toEqual({ isOpened: false })
    expect(await value('drivers:open-page', { driverId: 'no-such-driver' })).toEqual({ isOpened: false })
    expect(opened).toEqual(['https://www.longmai.com.cn/'])
  })
})

describe('a driver that crashes when it is opened', () => {
  let broken: string
  const tries = () => (existsSync(`${broken}.tries`) ? statSync(`${broken}.tries`).size : 0)
  const state = async () => (await entry('libbroken.so'))?.state

  beforeEach(async () => {
    broken = place('lib', 'libbroken.so')
    copyFileSync(await buildCrashOnLoad(), broken)
  })

  it('is put into quarantine and not tried again by itself, whatever is asked', async () => {
    const { value, overview } = await start({}, [broken])
    const { modules } = await overview(({ modules: all }) =>
      all.some(({ quarantinedAt }) => quarantinedAt !== undefined),
    )
    expect(modules.find(({ path }) => path === broken)).toMatchObject({
      state: 'failed',
      failure: {
        code: 'token.quarantined',
        details: { reason: 'crashed', detail: expect.stringMatching(/ SIGABRT$/) as string },
      },
    })
    await value('certificates:refresh', {})
    await value('certificates:refresh', {})
    expect([await state(), tries()]).toEqual(['quarantined', 1])
    // The other one works on.
    expect(await entry('libsofthsm2.so')).toMatchObject({ state: 'ready' })
  })

  it('stays there over a restart of the program', async () => {
    await (await start({}, [broken])).close()
    const again = await start({}, [broken])
    await again.value('certificates:refresh', {})
    expect([await state(), tries()]).toEqual(['quarantined', 1])
  })

  it('is tried again when the user asks for it, and returns there', async () => {
    const { value, overview } = await start({}, [broken])
    await value('drivers:retry', { path: broken })
    await overview(({ modules }) => modules.some(({ quarantinedAt }) => quarantinedAt !== undefined) && tries() === 2)
    expect(await state()).toBe('quarantined')
  })

  it('leaves it for good when the driver was mended and the user asks for it', async () => {
    const { value, overview } = await start({}, [broken])
    copyOfSoftHsm(broken)
    await value('drivers:retry', { path: broken })
    await overview(({ modules }) => modules.some((module) => module.path === broken && module.state === 'ready'))
    await app?.close()
    await start({}, [broken])
    expect(await state()).toBe('ready')
  })

  it('is tried once when its file has become another, without being asked', async () => {
    await (await start({}, [broken])).close()
    utimesSync(broken, new Date(), new Date(Date.now() - 86_400_000))
    const { value } = await start({}, [broken])
    expect([await state(), tries()]).toEqual(['quarantined', 2])
    await value('certificates:refresh', {})
    expect(tries()).toBe(2)
  })
})

it('opens the driver first that has read this key before', async () => {
  await desk.put({ keyType: 'rsa-2048', days: [-10, 300] })
  const first = await start()
  await first.overview(({ cards }) => cards.length > 0)
  await first.close()
  const added = copyOfSoftHsm(place('lib', 'added.so'))
  const again = await start({}, [added])
  const { modules } = await again.overview(({ cards }) => cards.length > 0)
  expect(modules.map(({ name }) => name)).toEqual(['libsofthsm2.so', 'added.so'])
})
