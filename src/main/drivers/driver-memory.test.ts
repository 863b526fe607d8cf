import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { openDriverMemory } from './driver-memory.ts'

const folder = mkdtempSync(join(tmpdir(), 'driver-memory-'))
const path = join(folder, 'drivers.json')
afterEach(() => rmSync(path, { recursive: true, force: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const errors: unknown[] = []
const open = (at = path) => openDriverMemory(at, (error) => errors.push(error))

const print = { size: 1000, modifiedMs: 1_700_000_000_000.5 }
const quarantine = {
  reason: 'crashed',
  operation: 'open',
  end: 'SIGSEGV',
  at: new Date('2026-11-26T08:00:00Z'),
} as const

it('keeps a quarantine over a restart, for this very file', async () => {
  const memory = await open()
  memory.quarantine('/a.so', print, quarantine)
  await memory.settled()
  const reopened = await open()
  expect(reopened.quarantineOf('/a.so', print)).toEqual(quarantine)
  expect(reopened.quarantineOf('/b.so', print)).toBeUndefined()
})

it.each([{ size: 1001 }, { modifiedMs: 1 }])('lets a file that has changed try once more: %o', async (change) => {
  const memory = await open()
  memory.quarantine('/a.so', print, quarantine)
  const changed = { ...print, ...change }
  expect(memory.quarantineOf('/a.so', changed)).toBeUndefined()
  memory.quarantine('/a.so', changed, { ...quarantine, reason: 'hung' })
  expect([memory.quarantineOf('/a.so', changed)?.reason, memory.quarantineOf('/a.so', print)]).toEqual([
    'hung',
    undefined,
  ])
})

it('lifts a quarantine for good', async () => {
  const memory = await open()
  memory.quarantine('/a.so', print, quarantine)
  memory.quarantine('/b.so', print, quarantine)
  memory.lift('/a.so')
  await memory.settled()
  const reopened = await open()
  expect([reopened.quarantineOf('/a.so', print), reopened.quarantineOf('/b.so', print)]).toEqual([
    undefined,
    quarantine,
  ])
})

it('remembers which driver a token was read by, whatever the token calls itself', async () => {
  const memory = await open()
  memory.remember('370100882231', '/a.so')
  memory.remember('370100882231', '/b.so')
  memory.remember('constructor', '/c.so')
  await memory.settled()
  const reopened = await open()
  expect(['370100882231', 'constructor', 'toString'].map((serial) => reopened.driverOf(serial))).toEqual([
    '/b.so',
    '/c.so',
    undefined,
  ])
})

it('begins anew with a damaged file', async () => {
  writeFileSync(path, '{"quarantined":[{"file":')
  const memory = await open()
  expect(memory.quarantineOf('/a.so', print)).toBeUndefined()
  memory.quarantine('/a.so', print, quarantine)
  await memory.settled()
  expect((await open()).quarantineOf('/a.so', print)).toEqual(quarantine)
})

it('goes on, and tells, when the disk takes nothing', async () => {
  const memory = await open(join(folder, 'no/such/drivers.json'))
  memory.quarantine('/a.so', print, quarantine)
  await memory.settled()
  expect(memory.quarantineOf('/a.so', print)).toEqual(quarantine)
  expect(errors).toHaveLength(1)
})
