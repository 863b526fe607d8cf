import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createReminderCases } from './reminder-cases.ts'
import { openReminderMemory } from './reminder-memory.ts'
import { createFakeOutside } from './testing/fake-outside.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { rememberedSample } from './testing/remembered-sample.ts'
import { reminderTexts } from './texts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reminder-cases-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const soon = rememberedSample('a', '2026-11-30T01:30:00.000Z')
const later = rememberedSample('b', '2026-12-20T01:30:00.000Z')

async function open(
  options: { readonly isDemo?: boolean; readonly takesLogin?: boolean; readonly path?: string } = {},
) {
  const { isDemo = false, takesLogin = true, path } = options
  const forgotten: string[] = []
  const memory = await openReminderMemory({ changed: () => undefined, notKept: () => undefined })
  memory.keep(() => ({ certificates: [soon, later] }))
  const { loginItem } = createFakeOutside()
  const cases = createReminderCases({
    ...{
      isDemo,
      memory,
      clock: createHandClock(new Date('2026-11-23T04:00:00Z')),
      words: () => reminderTexts['zh-CN'],
    },
    loginItem: takesLogin ? loginItem : { ...loginItem, change: () => Promise.resolve() },
    isPluggedIn: (fingerprint) => fingerprint === later.fingerprint,
    forgetting: (fingerprints) => forgotten.push(...fingerprints),
    chooseSavePath: (suggestion) => Promise.resolve(path === undefined ? undefined : join(path, suggestion)),
  })
  return { cases, forgotten, memory }
}

it('shows what is remembered, and which can be silenced', async () => {
  const { certificates, ...rest } = (await open()).cases.report()
  expect(rest).toEqual({ isOn: true, staysInBackground: false, startsAtLogin: 'off' })
  expect(certificates.map(({ fingerprint, isPluggedIn, canMute }) => [fingerprint[0], isPluggedIn, canMute])).toEqual([
    ['a', false, false],
    ['b', true, true],
  ])
})

it('silences one, but not in its last days', async () => {
  const { cases } = await open()
  expect((await cases.mute(later.fingerprint, true)).certificates.map(({ isMuted }) => isMuted)).toEqual([false, true])
  expect((await cases.mute(later.fingerprint, false)).certificates[1]?.isMuted).toBe(false)
  await expect(cases.mute(soon.fingerprint, true)).rejects.toMatchObject({ failure: { code: 'reminders.lastDays' } })
})

it('forgets one, or all', async () => {
  const { cases, forgotten } = await open()
  expect((await cases.forget(soon.fingerprint)).certificates).toHaveLength(1)
  expect((await cases.forget()).certificates).toEqual([])
  expect(forgotten).toEqual([soon.fingerprint, later.fingerprint])
})

it('starts at login as the system says it does', async () => {
  const { cases } = await open()
  expect((await cases.startAtLogin(true)).startsAtLogin).toBe('on')
  expect((await cases.startAtLogin(false)).startsAtLogin).toBe('off')
  const refused = await open({ takesLogin: false })
  await expect(refused.cases.startAtLogin(true)).rejects.toMatchObject({
    failure: { code: 'reminders.loginItemFailed' },
  })
})

it('never lets a demonstration stay or start by itself', async () => {
  const { cases, memory } = await open({ isDemo: true })
  await expect(cases.startAtLogin(true)).rejects.toMatchObject({ failure: { code: 'demo.fixed' } })
  await expect(cases.save({ staysInBackground: true })).rejects.toMatchObject({ failure: { code: 'demo.fixed' } })
  expect([cases.report().startsAtLogin, memory.read().staysInBackground]).toEqual(['unavailable', false])
})

it('keeps what was chosen, one by one', async () => {
  const { cases } = await open()
  await cases.save({ staysInBackground: true })
  expect(await cases.save({ isOn: false })).toMatchObject({ isOn: false, staysInBackground: true })
})

it('saves the calendar where the user wants it', async () => {
  expect(await (await open()).cases.saveCalendar()).toEqual({ saved: false })
  expect(await (await open({ path: folder })).cases.saveCalendar()).toEqual({
    saved: true,
    fileName: '证书到期日历.ics',
  })
  expect(readFileSync(join(folder, '证书到期日历.ics'), 'utf8')).toContain(`UID:${'a'.repeat(60)}`)
  const failing = await open({ path: join(folder, 'no-folder') })
  await expect(failing.cases.saveCalendar()).rejects.toMatchObject({ failure: { code: 'reminders.calendarFailed' } })
})
