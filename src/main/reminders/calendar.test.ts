import { expect, it } from 'vitest'
import { reminderCalendar } from './calendar.ts'
import { rememberedSample } from './testing/remembered-sample.ts'
import { reminderTexts } from './texts.ts'

const now = new Date('2026-11-23T04:00:00Z')
const telling = { now, timeZone: 'Asia/Shanghai', words: reminderTexts['zh-CN'] }
const end = '2026-12-20T17:30:00.000Z'

/** RFC 5545, 3.1: lines end in CRLF; a long one goes on after CRLF and a blank. */
function linesOf(calendar: string): readonly string[] {
  return calendar
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
}
const valuesOf = (calendar: string, name: string) =>
  linesOf(calendar)
    .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    .map((line) => line.slice(line.indexOf(':') + 1))

it('has the local day of the end as a whole day, under a name that stays', async () => {
  const calendar = await reminderCalendar([rememberedSample('a', end)], telling)
  expect(linesOf(calendar)).toEqual(
    expect.arrayContaining(['VERSION:2.0', 'BEGIN:VEVENT', `UID:${'a'.repeat(64)}@cert-user-tool`]),
  )
  // In Shanghai it is the 21st already.
  expect(linesOf(calendar).filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART;VALUE=DATE:20261221'])
  expect(valuesOf(calendar, 'SUMMARY')).toEqual(['济南****公司 的证书到期'])
  const west = await reminderCalendar([rememberedSample('a', end)], { ...telling, timeZone: 'America/New_York' })
  expect(valuesOf(west, 'DTSTART')).toEqual(['20261220'])
})

it('rings at nine in the morning of the days that the program reminds on', async () => {
  const calendar = await reminderCalendar([rememberedSample('a', end)], telling)
  const seconds = valuesOf(calendar, 'TRIGGER').map(secondsOf)
  expect(seconds).toEqual([90, 60, 30, 15, 7, 3, 1, 0].map((days) => -days * 86_400 + 9 * 3600))
  expect(valuesOf(calendar, 'ACTION')).toEqual(Array.from({ length: 8 }, () => 'DISPLAY'))
  expect(
    linesOf(calendar)
      .filter((line) => line.startsWith('TRIGGER'))
      .every((line) => !line.includes('RELATED=END')),
  ).toBe(true)
})

it('keeps to the form of the standard, whatever a holder is called', async () => {
  const odd = { holder: '逗号, 分号; 反斜线\\ 换行\n名'.repeat(9), cardNumber: '****;,12' }
  const calendar = await reminderCalendar([rememberedSample('a', end, odd), rememberedSample('b', end)], telling)
  expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  for (const line of linesOf(calendar)) expect(line).toMatch(/^[A-Z-]+(;[^:]+)?:/)
  const [summary = ''] = valuesOf(calendar, 'SUMMARY')
  expect(summary.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))).toBe(`${odd.holder} 的证书到期`)
  const begins = linesOf(calendar).filter((line) => line.startsWith('BEGIN:'))
  const ends = linesOf(calendar).filter((line) => line.startsWith('END:'))
  expect([begins.length, ends.length]).toEqual([1 + 2 + 16, 1 + 2 + 16])
})

it('leaves out what has ended', async () => {
  const calendar = await reminderCalendar([rememberedSample('a', '2026-11-11T00:00:00.000Z')], telling)
  expect(valuesOf(calendar, 'UID')).toEqual([])
})

/** RFC 5545, 3.3.6: `-P89DT15H`. */
function secondsOf(duration: string): number {
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0'] =
    /^([+-]?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? []
  const total = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return sign === '-' ? -total : total
}
