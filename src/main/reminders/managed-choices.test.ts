import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PolicyKey } from '../../shared/settings/policy-keys.ts'
import type { Managed } from '../settings/managed/managed.ts'
import { openReminderMemory } from './reminder-memory.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'managed-reminders-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function managed(values: Managed['values'], ...locked: readonly PolicyKey[]): Managed {
  return { report: { sources: [], keys: [], problems: [] }, values, isLocked: (key) => locked.includes(key) }
}

const path = () => join(folder, 'reminders.json')
const open = (policy?: Managed) =>
  openReminderMemory({ path: path(), managed: policy, changed: () => undefined, notKept: () => undefined })

it('a default holds until the user has chosen, and what is remembered does not choose', async () => {
  const memory = await open(managed({ reminders: false, staysInBackground: true }))
  memory.keep(() => ({ certificates: [] }))
  await memory.settled()
  expect(memory.read()).toMatchObject({ isOn: false, staysInBackground: true })
  expect((await open()).read()).toMatchObject({ isOn: true, staysInBackground: false })
  await memory.save(() => ({ staysInBackground: false }))
  expect((await open(managed({ reminders: false, staysInBackground: true }))).read()).toMatchObject({
    ...{ isOn: false, staysInBackground: false },
  })
})

it('what is locked holds over the user’s choice, which comes back with the lock gone', async () => {
  const before = await open()
  await before.save(() => ({ staysInBackground: true }))
  const memory = await open(managed({ staysInBackground: false }, 'staysInBackground', 'reminders'))
  expect(memory.read()).toMatchObject({ isOn: true, staysInBackground: false })
  for (const change of [{ staysInBackground: true }, { isOn: false }]) {
    await expect(memory.save(() => change)).rejects.toMatchObject({ failure: { code: 'settings.managed' } })
  }
  await memory.save(() => ({ isOn: true, staysInBackground: false }))
  expect(JSON.parse(readFileSync(path(), 'utf8'))).toEqual({ staysInBackground: true, certificates: [] })
  expect((await open()).read()).toMatchObject({ staysInBackground: true })
})
