import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DerError, readElement, tags, type DerElement } from './der.ts'
import { writeTime } from './testing/built-certificate.ts'
import { readTime } from './time.ts'

const time = (text: string) => readTime(readElement(writeTime(text)))
const element = (tag: number, text: string): DerElement => {
  const content = Buffer.from(text)
  return { tag, content, whole: content }
}

it.each([
  ['500101000000Z', '1950-01-01T00:00:00.000Z'],
  ['991231235959Z', '1999-12-31T23:59:59.000Z'],
  ['000101000000Z', '2000-01-01T00:00:00.000Z'],
  ['491231235959Z', '2049-12-31T23:59:59.000Z'],
  ['20500101000000Z', '2050-01-01T00:00:00.000Z'],
  ['99991231235959Z', '9999-12-31T23:59:59.000Z'],
  ['20240229120000Z', '2024-02-29T12:00:00.000Z'],
  ['00500101000000Z', '0050-01-01T00:00:00.000Z'],
])('reads %s as %s', (text, expected) => {
  expect(time(text).toISOString()).toBe(expected)
})

it('reads times without seconds', () => {
  expect(readTime(element(tags.utcTime, '2611231405Z')).toISOString()).toBe('2026-11-23T14:05:00.000Z')
  expect(readTime(element(tags.generalizedTime, '205011231405Z')).toISOString()).toBe('2050-11-23T14:05:00.000Z')
})

it.each([
  ['UTCTime of four-digit years', tags.utcTime, '20500101000000Z'],
  ['GeneralizedTime of two-digit years', tags.generalizedTime, '500101000000Z'],
  ['local time', tags.utcTime, '261123140500'],
  ['time with an offset', tags.utcTime, '261123140500+0800'],
  ['fraction of a second', tags.generalizedTime, '20261123140500.5Z'],
  ['month that there is not', tags.utcTime, '261301000000Z'],
  ['day that there is not', tags.utcTime, '260230000000Z'],
  ['month 0', tags.utcTime, '260001000000Z'],
  ['hour that there is not', tags.utcTime, '260101240000Z'],
  ['minute that there is not', tags.utcTime, '260101006000Z'],
  ['second that there is not', tags.utcTime, '260101000061Z'],
  ['year beyond 9999', tags.generalizedTime, '99999999999999Z'],
  ['empty time', tags.utcTime, ''],
  ['string', tags.utf8String, '260101000000Z'],
])('refuses a %s', (_name, tag, text) => {
  expect(() => readTime(element(tag, text))).toThrow(DerError)
})

it('refuses a time that is missing', () => {
  expect(() => readTime(undefined)).toThrow(DerError)
})

it('reads every second from 1950 on as it was written', () => {
  const dates = fc.date({ min: new Date('1950-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  const roundTrip = fc.property(dates, (date) => {
    const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000)
    const text = `${seconds.toISOString().replace(/\.000Z|[-:T]/g, '')}Z`
    expect(time(seconds.getUTCFullYear() < 2050 ? text.slice(2) : text)).toEqual(seconds)
  })
  fc.assert(roundTrip, { numRuns: 1000 })
})
