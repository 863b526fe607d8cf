import { expect, test } from 'vitest'
import { localDateTime } from '../../shared/format/date-time.ts'
import { durationParts, shortSeconds } from './duration.ts'
import { cardGroups, serialGroups, shortSerial } from './grouped.ts'

test('dates are local and to the minute', () => {
  expect(localDateTime(new Date(2026, 2, 5, 9, 3))).toBe('2026-03-05 09:03')
})

test('serial numbers are read in octets, long ones by their ends', () => {
  expect(serialGroups('2c418a09')).toBe('2C 41 8A 09')
  expect(serialGroups('abc')).toBe('0A BC')
  expect(shortSerial('5E9017D3'.repeat(5))).toBe('5E 90 17 D3 … 5E 90 17 D3')
})

test('card numbers are read in fours, names stay whole', () => {
  expect(cardGroups('370100882231')).toBe('3701 0088 2231')
  expect(cardGroups('SN-88')).toBe('SN-88')
})

test('a span is split into whole units, never into nothing', () => {
  expect(durationParts(72_000)).toEqual({ days: 0, hours: 0, minutes: 1, seconds: 12 })
  expect(durationParts(90_061_000)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 })
  expect([3, 34, 430, 12_040].map(shortSeconds)).toEqual(['< 0.01', '0.03', '0.4', '12.0'])
})
