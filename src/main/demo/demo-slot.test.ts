import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasCode } from '../app-error.ts'
import { createDemoSlot } from './demo-slot.ts'
import type { DemoParts } from './demo.ts'
import { fakeChild, type FakeChild } from './testing/fake-child.ts'

const now = new Date('2026-11-23T08:00:00Z')
let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'demo-'))
  folder = join(root, 'demo')
})
afterEach(() => rmSync(root, { recursive: true }))

/** A simulator that starts, and tokens that do not: their worker ends at once. */
function parts(simulator: FakeChild): DemoParts {
  return {
    folder,
    startSimulator: () => simulator.handle,
    spawnWorker: () => {
      const worker = fakeChild()
      setImmediate(worker.exit)
      return worker.handle
    },
    onSms: () => undefined,
    now: () => now,
  }
}

const starting = () =>
  fakeChild((message, say) => {
    const { id } = message as { readonly id: number }
    const value = { origin: 'http://127.0.0.1:1', rootCertificates: [], issuingCertificates: [] }
    setImmediate(() => say({ id, ok: true, value }))
  })

describe('the folder of an earlier demonstration', () => {
  function leave(ready: string | undefined) {
    mkdirSync(folder)
    writeFileSync(join(folder, 'old'), '')
    if (ready !== undefined) writeFileSync(join(folder, 'ready'), ready)
  }

  it.each([
    ['six days old', '2026-11-17T08:00:00Z', true],
    ['just made', '2026-11-23T08:00:00Z', true],
    ['a week old', '2026-11-16T08:00:00Z', false],
    ['from the future', '2026-11-24T08:00:00Z', false],
    ['never finished', undefined, false],
    ['of an unreadable date', 'yesterday', false],
  ])('that is %s is kept: %s %s', async (_name, ready, isKept) => {
    leave(ready)
    await createDemoSlot(true, parts(starting())).prepare()
    expect([existsSync(folder), existsSync(join(folder, 'old'))]).toEqual([true, isKept])
  })

  it('is left alone in real mode', async () => {
    leave(undefined)
    await createDemoSlot(false, parts(starting())).prepare()
    expect(existsSync(join(folder, 'old'))).toBe(true)
  })
})

it('is not starting in real mode, and has no messages before it runs', async () => {
  expect(createDemoSlot(false, parts(starting())).isStarting()).toBe(false)
  const slot = createDemoSlot(true, parts(starting()))
  expect([slot.isStarting(), slot.current(), await slot.messages()]).toEqual([true, undefined, []])
})

it('is unavailable, and leaves no simulator running, when no token can be set up', async () => {
  const simulator = starting()
  const slot = createDemoSlot(true, parts(simulator))
  await slot.prepare()
  const failure = await slot.start().catch((error: unknown) => error)
  expect(hasCode(failure, 'demo.unavailable')).toBe(true)
  expect([simulator.kills(), slot.isStarting(), slot.current()]).toEqual([1, false, undefined])
  expect(existsSync(join(folder, 'ready'))).toBe(false)
})

it('is unavailable, and leaves no simulator running, when that does not start', async () => {
  const simulator = fakeChild((message, say) =>
    setImmediate(() => say({ id: (message as { readonly id: number }).id, ok: false, message: 'no port' })),
  )
  const slot = createDemoSlot(true, parts(simulator))
  await slot.prepare()
  expect(hasCode(await slot.start().catch((error: unknown) => error), 'demo.unavailable')).toBe(true)
  expect([simulator.kills(), slot.isStarting()]).toEqual([1, false])
})
