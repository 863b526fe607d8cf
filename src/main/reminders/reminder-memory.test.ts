import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openReminderMemory } from './reminder-memory.ts'
import { rememberedSample } from './testing/remembered-sample.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reminder-memory-'))
  path = join(folder, 'reminders.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const errors: unknown[] = []
const open = (at: string | undefined = path) =>
  openReminderMemory({ path: at, changed: () => undefined, notKept: (error) => errors.push(error) })
const one = rememberedSample('a', '2026-12-20T01:30:00.000Z', {
  told: [{ days: 30, at: '2026-11-20T01:00:00.000Z' }],
  snoozed: { days: 30, at: '2026-11-20T01:00:00.000Z', isOver: false },
})

it('begins with reminders on, and with nothing else', async () => {
  expect((await open()).read()).toEqual({ isOn: true, staysInBackground: false, certificates: [] })
  expect(readdirSync(folder)).toEqual([])
})

it('knows after a restart what it knew', async () => {
  const memory = await open()
  memory.keep(() => ({ certificates: [one] }))
  await memory.save(() => ({ staysInBackground: true }))
  await memory.settled()
  expect((await open()).read()).toEqual({ isOn: true, staysInBackground: true, certificates: [one] })
})

it.each(['{', '[]x', JSON.stringify({ certificates: [{ ...one, told: [{ days: 31, at: one.notAfter }] }] })])(
  'puts a damaged file aside: %s',
  async (content) => {
    writeFileSync(path, content)
    expect((await open()).read().certificates).toEqual([])
    expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(content)
    writeFileSync(path, content)
    await open()
    expect(readdirSync(folder)).toHaveLength(2)
  },
)

it('loses nothing that is kept while something is being saved', async () => {
  const memory = await open()
  const saved = memory.save(() => ({ isOn: false }))
  memory.keep(() => ({ certificates: [one] }))
  await saved
  await memory.settled()
  expect((await open()).read()).toEqual({ isOn: false, staysInBackground: false, certificates: [one] })
})

it('changes nothing that the user chose and the disk did not take, but remembers what was told', async () => {
  const memory = await open(join(folder, 'no-folder', 'reminders.json'))
  await expect(memory.save(() => ({ isOn: false }))).rejects.toMatchObject({ failure: { code: 'settings.saveFailed' } })
  memory.keep(() => ({ certificates: [one] }))
  await memory.settled()
  await new Promise(setImmediate)
  expect(memory.read()).toEqual({ isOn: true, staysInBackground: false, certificates: [one] })
  expect(errors).toHaveLength(1)
})

it('writes nothing of a demonstration', async () => {
  const memory = await openReminderMemory({ changed: () => undefined, notKept: (error) => errors.push(error) })
  await memory.save(() => ({ isOn: false }))
  expect([memory.read().isOn, existsSync(path)]).toEqual([false, false])
})
