import { expect, test } from 'vitest'
import { sampleCertificate } from '../../../tests/support/fake-desktop.ts'
import { daysLeft } from './days-left.ts'

const now = new Date(2026, 10, 23, 12, 0)
const until = (notAfter: Date, notBefore = new Date(2026, 0, 1)) =>
  daysLeft(sampleCertificate('a', { notBefore: notBefore.toISOString(), notAfter: notAfter.toISOString() }), now)

test('days are those of the calendar, up to the end and after it', () => {
  expect(until(new Date(2026, 11, 20, 9, 30))).toEqual({ name: 'left', days: 27 })
  expect(until(new Date(2026, 11, 20, 23, 59))).toEqual({ name: 'left', days: 27 })
  expect(until(new Date(2026, 10, 11, 10, 2))).toEqual({ name: 'ago', days: 12 })
  expect(until(new Date(2026, 10, 11, 23, 59))).toEqual({ name: 'ago', days: 12 })
})

test('the last day is named, before and after the minute of the end', () => {
  expect(until(new Date(2026, 10, 23, 18, 0))).toEqual({ name: 'today' })
  expect(until(new Date(2026, 10, 23, 9, 0))).toEqual({ name: 'endedToday' })
})

test('yesterday evening is one day ago, tomorrow morning one day left', () => {
  expect(until(new Date(2026, 10, 22, 23, 0))).toEqual({ name: 'ago', days: 1 })
  expect(until(new Date(2026, 10, 24, 8, 0))).toEqual({ name: 'left', days: 1 })
})

test('a certificate that is not yet valid tells when it will be', () => {
  const start = new Date(2026, 10, 23, 14, 5)
  expect(until(new Date(2027, 10, 23), start)).toEqual({ name: 'startsAt', at: start })
})
