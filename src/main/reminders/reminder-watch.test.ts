import { expect, it } from 'vitest'
import type { RememberedCertificate } from '../../shared/reminders/remembered.ts'
import { openReminderMemory, type Kept } from './reminder-memory.ts'
import { watchReminders } from './reminder-watch.ts'
import { createFakeOutside } from './testing/fake-outside.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { rememberedSample } from './testing/remembered-sample.ts'
import { reminderTexts } from './texts.ts'

const end = '2026-12-20T01:30:00.000Z'
/** At this hour of Shanghai. */
const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00+08:00`)

interface Options {
  readonly from: Date
  readonly certificates?: Kept['certificates']
  readonly show?: () => Promise<boolean>
}

async function watch({ from, certificates = [rememberedSample('a', end)], show }: Options) {
  const outside = createFakeOutside(show === undefined ? {} : { show })
  const clock = createHandClock(from)
  const unexpected = (error: unknown) => {
    throw error
  }
  const memory = await openReminderMemory({ changed: () => undefined, notKept: unexpected })
  memory.keep(() => ({ certificates }))
  const asked: (RememberedCertificate | undefined)[] = []
  let isWriting = false
  const reminders = watchReminders({
    ...{ memory, outside, clock, words: () => reminderTexts['zh-CN'], isWriting: () => isWriting },
    asked: (certificate) => asked.push(certificate),
  })
  const look = async () => {
    reminders.look()
    await new Promise(setImmediate)
  }
  await look()
  return {
    ...{ outside, clock, memory, asked, look, stop: reminders.stop },
    write: (now: boolean) => {
      isWriting = now
    },
  }
}

const titles = (outside: ReturnType<typeof createFakeOutside>) => outside.shown.map(({ notice }) => notice.title)

it('tells each reminder of a year once, when its day begins', async () => {
  const { outside, clock, memory } = await watch({ from: at('2025-12-20') })
  await clock.passTo(at('2027-01-31'))
  expect(titles(outside)).toEqual([
    ...[90, 60, 30, 15, 7, 3, 1].map((days) => `济南****公司 的证书还有 ${days} 天到期`),
    '济南****公司 的证书今天到期',
  ])
  const told = memory.read().certificates[0]?.told ?? []
  expect(told.map(({ at: when }) => when.slice(0, 16))).toEqual([
    '2026-09-20T16:00',
    '2026-10-20T16:00',
    '2026-11-19T16:00',
    '2026-12-04T16:00',
    '2026-12-12T16:00',
    '2026-12-16T16:00',
    '2026-12-18T16:00',
    '2026-12-19T16:00',
  ])
}, 60_000)

it('tells only the newest after a long sleep, and what was missed at the end afterwards', async () => {
  const { outside, clock, look } = await watch({ from: at('2026-08-01') })
  clock.jumpTo(at('2026-12-15'))
  await look()
  clock.jumpTo(at('2026-12-22'))
  await look()
  await look()
  expect(titles(outside)).toEqual(['济南****公司 的证书还有 5 天到期', '济南****公司 的证书已过期 2 天'])
  expect(outside.shown[1]?.notice.actions.map(({ text }) => text)).toEqual(['立即修复'])
})

it('tells nothing while a token is being written to, and then what has waited', async () => {
  const { outside, clock, look, write } = await watch({ from: at('2026-09-01') })
  write(true)
  clock.jumpTo(at('2026-12-01'))
  await look()
  expect(outside.shown).toEqual([])
  write(false)
  await look()
  expect(titles(outside)).toEqual(['济南****公司 的证书还有 19 天到期'])
})

it('tells of three at a time', async () => {
  const many = Array.from({ length: 5 }, (_, index) => rememberedSample(String(index), end, { holder: `单位${index}` }))
  const { outside, clock } = await watch({ from: at('2026-12-01'), certificates: many })
  expect(titles(outside)).toHaveLength(3)
  await clock.passTo(at('2026-12-01', '09:15'))
  expect(new Set(titles(outside)).size).toBe(5)
})

it('tells again what the system did not show, and not what is still on its way', async () => {
  const failing = await watch({ from: at('2026-12-01'), show: () => Promise.resolve(false) })
  await failing.look()
  expect([failing.outside.shown.length, failing.memory.read().certificates[0]?.told]).toEqual([2, []])
  const silent = await watch({ from: at('2026-12-01'), show: () => new Promise(() => undefined) })
  await silent.look()
  expect(silent.outside.shown).toHaveLength(1)
})

it('offers the renewal and a day of rest, of which there is one', async () => {
  const { outside, clock, memory, asked } = await watch({ from: at('2026-12-01') })
  const [first] = outside.shown
  expect(first?.notice).toEqual({
    title: '济南****公司 的证书还有 19 天到期',
    body: expect.stringMatching(
      /^卡号 \*{4}2231，结束时间 2026-12-\d\d \d\d:\d\d。延期需要接收一次短信验证码。$/,
    ) as string,
    actions: [
      { name: 'renew', text: '立即延期' },
      { name: 'snooze', text: '明天再提醒' },
    ],
    isUrgent: false,
  })
  first?.act('snooze')
  await clock.passTo(at('2026-12-03'))
  expect(outside.shown.map(({ notice }) => notice.actions.map(({ name }) => name))).toEqual([
    ['renew', 'snooze'],
    ['renew'],
  ])
  outside.shown[1]?.act('renew')
  expect([outside.done, asked]).toEqual([['window'], [memory.read().certificates[0]]])
})

it('leads nowhere special for one that was renewed or forgotten meanwhile', async () => {
  const { outside, memory, asked } = await watch({ from: at('2026-12-01') })
  memory.keep(() => ({ certificates: [] }))
  outside.shown[0]?.act('renew')
  outside.shown[0]?.act('snooze')
  expect([outside.done, asked, memory.read().certificates]).toEqual([['window'], [undefined], []])
})

it('does not call the page away from a token that is being written to', async () => {
  const { outside, asked, write } = await watch({ from: at('2026-12-01') })
  write(true)
  outside.shown[0]?.act('renew')
  outside.choose('renew')
  expect([outside.done, asked]).toEqual([['window', 'window'], []])
})

it('names the next end in the tray, day by day, and goes with the program', async () => {
  const certificates = [
    rememberedSample('b', '2026-11-11T00:00:00.000Z', { told: [{ days: 0, at: '2026-11-11T00:00:00.000Z' }] }),
    rememberedSample('a', end),
  ]
  const { outside, clock, asked, stop } = await watch({ from: at('2026-11-23'), certificates })
  expect(outside.trayView()).toEqual({
    tooltip: 'CA 用户工具\n济南****公司 的证书还有 27 天到期',
    items: [
      { text: '济南****公司 的证书还有 27 天到期' },
      { text: '打开 CA 用户工具', choice: 'open' },
      { text: '立即延期', choice: 'renew' },
      { text: '退出', choice: 'quit' },
    ],
  })
  await clock.passTo(at('2026-11-24', '00:01'))
  expect(outside.trayView()?.items[0]?.text).toBe('济南****公司 的证书还有 26 天到期')
  for (const choice of ['open', 'renew', 'quit'] as const) outside.choose(choice)
  expect(outside.done).toEqual(['window', 'window', 'leave'])
  expect(asked.map((one) => one?.fingerprint.charAt(0))).toEqual(['a'])
  stop()
  const count = outside.shown.length
  await clock.passTo(at('2026-12-20'))
  expect([outside.trayView(), outside.shown.length]).toEqual([undefined, count])
})

it('offers no renewal in the tray before the platform does', async () => {
  const late = rememberedSample('a', end, { renewableFrom: at('2026-12-01').toISOString() })
  const { outside, look, clock } = await watch({ from: at('2026-11-23'), certificates: [late] })
  const choices = () => outside.trayView()?.items.map(({ choice }) => choice)
  expect([choices(), outside.shown]).toEqual([[undefined, 'open', 'quit'], []])
  clock.jumpTo(at('2026-12-01'))
  await look()
  expect([choices(), outside.shown.length]).toEqual([[undefined, 'open', 'renew', 'quit'], 1])
})
