import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createScriptedPlatform, type ScriptedPlatform } from '../testing/scripted-platform.ts'
import { openPart, type OpenPart } from './part-file.ts'
import { openTransfers, type OpenedTransfers } from '../testing/open-transfers.ts'
import type { TransferParts, Transfers } from './transfers.ts'

const content = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => (index * 31 + (index >> 8)) & 255))

let folder: string
let platform: ScriptedPlatform
let open: Transfers[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'transfers-'))
  platform = createScriptedPlatform(content)
})
afterEach(async () => {
  for (const transfers of open) await transfers.close()
  open = []
  rmSync(folder, { recursive: true, force: true })
})

const start = (changes: Partial<TransferParts> = {}): OpenedTransfers => {
  const opened = openTransfers(folder, platform, changes)
  open.push(opened.transfers)
  return opened
}

const files = () => readdirSync(folder).filter((name) => name !== 'records')
const fileAt = (name: string) => readFileSync(join(folder, name))

it('brings a file here, checks it, marks it, and tells how far it is on the way', async () => {
  const { transfers, published, until, marked, shown } = start()
  expect(await transfers.start('d-1')).toEqual({ isStarted: true })
  const done = await until('done')
  expect(done).toMatchObject({ fileName: '文件.bin', received: content.length, size: content.length })
  expect(files()).toEqual(['文件.bin'])
  expect(fileAt('文件.bin').equals(content)).toBe(true)
  expect(statSync(join(folder, '文件.bin')).mode & 0o111).toBe(0)
  expect(marked).toEqual([join(folder, '文件.bin')])
  const loading = published.flat().filter(({ state }) => state === 'loading')
  expect(new Set(loading.map(({ received }) => received)).size).toBeGreaterThan(5)
  expect(loading.length).toBeLessThan(25)
  await transfers.show(done.id)
  expect(shown).toEqual([join(folder, '文件.bin')])
  rmSync(join(folder, '文件.bin'))
  await expect(transfers.show(done.id)).rejects.toThrow('content.fileGone')
})

it('does nothing when the user cancels, and knows what there is not', async () => {
  const { transfers } = start({ chooseSavePath: () => Promise.resolve(undefined) })
  expect(await transfers.start('d-1')).toEqual({ isStarted: false })
  expect([await transfers.list(), files()]).toEqual([[], []])
  await expect(transfers.start('d-2')).rejects.toThrow('platform.contentNotFound')
})

it('goes on where it was cut off, over a restart, and asks for no octet twice', async () => {
  const first = start()
  platform.stopAfter(400_000, 'platform.unreachable')
  await first.transfers.start('d-1')
  const stopped = await first.until('stopped')
  expect(stopped).toMatchObject({ received: 400_000, failure: { code: 'platform.unreachable' } })
  expect(files()).toEqual(['文件.bin.part'])
  await first.transfers.close()

  const second = start()
  const [waiting] = await second.transfers.list()
  expect(waiting).toMatchObject({ id: stopped.id, state: 'paused', received: 400_000 })
  await second.transfers.resume(stopped.id)
  await second.until('done')
  expect(platform.asked.map(({ from }) => from)).toEqual([0, 400_000])
  expect(platform.given()).toBe(content.length)
  expect(fileAt('文件.bin').equals(content)).toBe(true)
})

it('goes on although it has only just stopped, and is not begun twice', async () => {
  const { transfers, until } = start()
  platform.stopAfter(400_000, 'platform.unreachable')
  const stopped = new Promise<void>((resolve) => {
    const watch = createWatch(transfers, resolve)
    void watch()
  })
  await transfers.start('d-1')
  await stopped
  const [transfer] = await transfers.list()
  await Promise.all([1, 2].map(() => transfers.resume(transfer?.id ?? '')))
  await until('done')
  expect(platform.asked).toHaveLength(2)
})

/** Ends in the very moment in which the state is there, before anything that follows it. */
function createWatch(transfers: Transfers, resolve: () => void): () => Promise<void> {
  return async () => {
    for (;;) {
      if ((await transfers.list())[0]?.state === 'stopped') break
      await new Promise(setImmediate)
    }
    resolve()
  }
}

it('pauses, and goes on from there', async () => {
  const { transfers, until } = start()
  platform.stopAfter(300_000)
  await transfers.start('d-1')
  const { id } = await until('loading')
  await expect.poll(() => platform.given()).toBe(300_000)
  expect(await transfers.pause(id)).toMatchObject([{ state: 'paused', received: 300_000 }])
  expect(await transfers.start('d-1')).toEqual({ isStarted: true })
  await until('done')
  expect(platform.given()).toBe(content.length)
})

it('a call that took too long is followed by the next, as long as something comes', async () => {
  const { transfers, until } = start()
  platform.stopAfter(300_000, 'platform.timeout')
  await transfers.start('d-1')
  await until('done')
  expect(platform.asked.map(({ from }) => from)).toEqual([0, 300_000])
  const { transfers: again, until: untilAgain } = start({ current: { name: () => 'https://b.example' } })
  platform.stopAfter(0, 'platform.timeout')
  await again.start('d-1')
  expect((await untilAgain('stopped')).failure?.code).toBe('platform.timeout')
})

it('removes what is not what the platform published, and begins again when told to', async () => {
  const { transfers, until } = start()
  platform.lie()
  await transfers.start('d-1')
  const stopped = await until('stopped')
  expect(stopped).toMatchObject({ failure: { code: 'content.hashMismatch' }, received: 0 })
  expect(files()).toEqual([])
  await transfers.resume(stopped.id)
  await expect.poll(() => platform.asked.length).toBe(2)
  await until('stopped')
  expect(platform.asked[1]?.from).toBe(0)
})

it.each([
  ['longer', Buffer.concat([content, content])],
  ['shorter', content.subarray(0, -1)],
])('a file that is %s than was said is not kept', async (_name, other) => {
  const item = platform.item()
  platform.replace(other)
  const { transfers, until } = start({ find: () => Promise.resolve(item) })
  await transfers.start('d-1')
  expect((await until('stopped')).failure?.code).toBe('content.hashMismatch')
  // No more is taken than was said: it would fill the disk.
  expect(platform.given()).toBeLessThanOrEqual(content.length + 1000)
})

it('begins again when the platform has replaced the file meanwhile', async () => {
  const { transfers, until } = start()
  platform.stopAfter(400_000, 'platform.unreachable')
  await transfers.start('d-1')
  const { id } = await until('stopped')
  const next = Buffer.from(content.toReversed())
  platform.replace(next)
  await transfers.resume(id)
  await until('done')
  expect(fileAt('文件.bin').equals(next)).toBe(true)
})

it('begins again where nothing tells that it is the same file, and where the platform has nothing at that place', async () => {
  const { transfers, until } = start()
  platform.oddity.tagless = true
  platform.stopAfter(400_000, 'platform.unreachable')
  await transfers.start('d-1')
  const { id } = await until('stopped')
  platform.oddity.tagless = false
  platform.stopAfter(200_000, 'platform.unreachable')
  await transfers.resume(id)
  await expect.poll(async () => (await transfers.list())[0]?.received).toBe(200_000)
  await until('stopped')
  platform.oddity.refusesRest = true
  await transfers.resume(id)
  await until('done')
  expect(platform.asked.map(({ from }) => from)).toEqual([0, 0, 200_000, 0])
  expect(fileAt('文件.bin').equals(content)).toBe(true)
})

it('writes over nothing that is there, however late it came', async () => {
  writeFileSync(join(folder, '文件.bin'), 'mine')
  const { transfers, until } = start()
  platform.stopAfter(1000)
  await transfers.start('d-1')
  const { id, fileName } = await until('loading')
  expect(fileName).toBe('文件 (2).bin')
  writeFileSync(join(folder, '文件 (2).bin'), 'mine too')
  await transfers.pause(id)
  await transfers.resume(id)
  expect((await until('done')).fileName).toBe('文件 (2) (2).bin')
  expect([fileAt('文件.bin').toString(), fileAt('文件 (2).bin').toString()]).toEqual(['mine', 'mine too'])
})

it('cancelled, it leaves nothing; done, it leaves the file', async () => {
  const { transfers, until } = start()
  platform.stopAfter(300_000)
  await transfers.start('d-1')
  const { id } = await until('loading')
  expect(await transfers.remove(id)).toEqual([])
  expect(files()).toEqual([])
  await transfers.start('d-1')
  const done = await until('done')
  expect(await transfers.remove(done.id)).toEqual([])
  expect(files()).toEqual(['文件.bin'])
})

describe('a disk', () => {
  const failing =
    (code: string): OpenPart =>
    async (path) => {
      const part = await openPart(path)
      const full = Object.assign(new Error(code), { code })
      return {
        ...part,
        append: async (octets) => ((await part.size()) < 200_000 ? part.append(octets) : Promise.reject(full)),
      }
    }

  it.each([
    ['ENOSPC', 'content.diskFull'],
    ['EIO', 'content.saveFailed'],
  ])('that says %s stops it, and what is here stays', async (word, code) => {
    const { transfers, until } = start({ openPart: failing(word) })
    await transfers.start('d-1')
    const { id, ...stopped } = await until('stopped')
    expect(stopped).toMatchObject({ failure: { code }, received: 200_000 })
    await transfers.close()
    const later = start()
    await later.transfers.resume(id)
    await later.until('done')
    expect(platform.given()).toBeLessThanOrEqual(content.length + 1000)
  })

  it('that has no such folder is told at once', async () => {
    const { transfers } = start({ chooseSavePath: (name) => Promise.resolve(join(folder, 'missing', name)) })
    await expect(transfers.start('d-1')).rejects.toThrow('content.saveFailed')
    expect(await transfers.list()).toEqual([])
  })
})

it('knows a file that was whole when the program ended before it could note it', async () => {
  const first = start()
  platform.stopAfter(400_000, 'platform.unreachable')
  await first.transfers.start('d-1')
  const { id } = await first.until('stopped')
  await first.transfers.close()
  rmSync(join(folder, '文件.bin.part'))
  writeFileSync(join(folder, '文件.bin'), content)
  const second = start()
  await second.transfers.resume(id)
  await second.until('done')
  expect([platform.asked.length, files()]).toEqual([1, ['文件.bin']])
})

it('shows nothing of another platform', async () => {
  const { transfers, until } = start()
  await transfers.start('d-1')
  const { id } = await until('done')
  const other = start({ current: { name: () => 'https://b.example' } })
  expect(await other.transfers.list()).toEqual([])
  await expect(other.transfers.show(id)).rejects.toThrow('platform.contentNotFound')
})
