import { expect, it } from 'vitest'
import { nearestEnd, remember, type RememberedCertificate, type SeenCertificate } from './remembered.ts'

const now = new Date('2026-11-23T04:00:00Z')
const nothing: ReadonlySet<string> = new Set()

function seen(letter: string, changes: Partial<SeenCertificate> = {}): SeenCertificate {
  return {
    fingerprint: letter.repeat(64),
    holder: '济南****公司',
    cardNumber: '****2231',
    notAfter: '2026-12-20T01:30:00.000Z',
    identity: 'one holder on one key',
    ...changes,
  }
}

const look = (known: readonly RememberedCertificate[], ...there: readonly SeenCertificate[]) =>
  remember(known, there, { now, forgotten: nothing })
const letters = (all: readonly RememberedCertificate[]) => all.map(({ fingerprint }) => fingerprint.charAt(0)).join('')
const later = { notAfter: '2027-12-20T01:30:00.000Z' }

it('takes in what is there, without what tells it apart', () => {
  expect(look([], seen('a', { renewableFrom: '2026-09-21T01:30:00.000Z' }))).toEqual([
    {
      fingerprint: 'a'.repeat(64),
      holder: '济南****公司',
      cardNumber: '****2231',
      notAfter: '2026-12-20T01:30:00.000Z',
      renewableFrom: '2026-09-21T01:30:00.000Z',
      lastSeenAt: now.toISOString(),
      told: [],
      isMuted: false,
    },
  ])
})

it('keeps what lies in a drawer, and what is known of what is there', () => {
  const [kept] = look([], seen('a'))
  const muted = { ...kept, isMuted: true, told: [{ days: 30, at: now.toISOString() }] } as RememberedCertificate
  expect(look([muted])).toEqual([muted])
  expect(look([muted], seen('a'))).toEqual([muted])
  const tomorrow = new Date('2026-11-24T04:00:00Z')
  expect(remember([muted], [seen('a')], { now: tomorrow, forgotten: nothing })).toEqual([
    { ...muted, lastSeenAt: tomorrow.toISOString() },
  ])
})

it('lets one go that a newer one has followed, on its key or instead of it', () => {
  expect(letters(look([], seen('a'), seen('b', later)))).toBe('b')
  expect(letters(look(look([], seen('a')), seen('b', later)))).toBe('b')
  expect(letters(look(look([], seen('a')), seen('a'), seen('b', later)))).toBe('b')
})

it.each([
  ['another holder', { holder: '李*', identity: 'two' }],
  ['another key', { cardNumber: '****7777', identity: 'two' }],
  ['an earlier end', { notAfter: '2026-12-01T00:00:00.000Z', identity: 'two' }],
])('keeps one beside that of %s', (_what, changes) => {
  expect(look(look([], seen('a')), seen('b', { ...later, ...changes }))).toHaveLength(2)
})

it('keeps two of one masked name on one key while both are there', () => {
  expect(letters(look([], seen('a'), seen('b', { ...later, identity: 'two' })))).toBe('ab')
})

it('does not take in again what is to be forgotten', () => {
  expect(remember([], [seen('a')], { now, forgotten: new Set(['a'.repeat(64)]) })).toEqual([])
})

it('takes one that has ended already for told', () => {
  const [ended] = look([], seen('a', { notAfter: '2026-11-11T00:00:00.000Z' }))
  expect(ended?.told).toEqual([{ days: 0, at: now.toISOString() }])
})

it('keeps as many as an office has, those that end last', () => {
  const many = Array.from({ length: 230 }, (_, index) =>
    seen('a', {
      fingerprint: String(index).padStart(64, '0'),
      identity: String(index),
      notAfter: new Date(now.getTime() + index * 86_400_000).toISOString(),
    }),
  )
  const kept = look([], ...many)
  expect([kept.length, Number(kept[0]?.fingerprint)]).toEqual([200, 30])
})

it('names the next end, and the last one where all have ended', () => {
  const ends = (...days: readonly string[]) => days.map((day) => ({ notAfter: `${day}T00:00:00.000Z` }))
  expect(nearestEnd(ends('2027-01-01', '2026-01-01', '2026-12-01'), now)).toEqual({
    notAfter: '2026-12-01T00:00:00.000Z',
  })
  expect(nearestEnd(ends('2025-01-01', '2026-01-01'), now)).toEqual({ notAfter: '2026-01-01T00:00:00.000Z' })
  expect(nearestEnd<{ notAfter: string }>([], now)).toBeUndefined()
})
