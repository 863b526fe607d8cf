import { expect, it } from 'vitest'
import { sampleCard, sampleCertificate, sampleOverview } from '../../../tests/support/fake-desktop.ts'
import type { Certificate } from '../../shared/ipc/models.ts'
import { openEyes } from './eyes.ts'
import { openReminderMemory } from './reminder-memory.ts'

const now = new Date('2026-11-23T04:00:00Z')
const overviewOf = (certificates: readonly Certificate[], complete = true) =>
  sampleOverview({ complete, cards: certificates.map((one) => sampleCard([one])) })

async function open() {
  let changes = 0
  const changed = () => {
    changes += 1
  }
  const memory = await openReminderMemory({ changed, notKept: () => undefined })
  const letters = () => memory.read().certificates.map(({ fingerprint }) => fingerprint.charAt(0))
  return { memory, eyes: openEyes(memory, () => now), letters, changes: () => changes }
}

it('keeps of a certificate what reminds of it, and nothing that names somebody', async () => {
  const { memory, eyes } = await open()
  const certificate = sampleCertificate('a', { renewableFrom: '2026-12-01T00:00:00.000Z' })
  eyes.see(overviewOf([certificate]))
  expect(memory.read().certificates).toEqual([
    {
      fingerprint: 'a'.repeat(64),
      holder: '济南****公司',
      cardNumber: '****2231',
      notAfter: certificate.notAfter,
      renewableFrom: '2026-12-01T00:00:00.000Z',
      lastSeenAt: now.toISOString(),
      told: [],
      isMuted: false,
    },
  ])
})

it.each([
  ['without a key', { key: 'missing' }],
  ['that is revoked', { status: 'revoked' }],
  ['for encryption', { usage: 'encryption' }],
  ['without dates', { notAfter: undefined }],
] as const)('keeps nothing of one %s', async (_what, changes) => {
  const { eyes, letters } = await open()
  eyes.see(overviewOf([sampleCertificate('a', changes as Partial<Certificate>)]))
  expect(letters()).toEqual([])
})

it('writes nothing when it sees what it knows', async () => {
  const { eyes, changes } = await open()
  eyes.see(overviewOf([sampleCertificate('a')]))
  eyes.see(overviewOf([sampleCertificate('a')]))
  eyes.see(overviewOf([]))
  expect([changes(), eyes.isThere('a'.repeat(64))]).toEqual([1, false])
})

it('does not take one in again that was forgotten, until its key has been away', async () => {
  const { memory, eyes, letters } = await open()
  const there = overviewOf([sampleCertificate('a')])
  eyes.see(there)
  eyes.forget(['a'.repeat(64)])
  memory.keep(() => ({ certificates: [] }))
  eyes.see(there)
  // A driver that starts anew shows nothing for a moment.
  eyes.see(overviewOf([], false))
  eyes.see(there)
  expect(letters()).toEqual([])
  eyes.see(overviewOf([]))
  eyes.see(there)
  expect(letters()).toEqual(['a'])
})

it('takes a renewed one of the same holder and issuer for the one to remind of', async () => {
  const { eyes, letters } = await open()
  const [old, renewed] = [sampleCertificate('a'), sampleCertificate('b', { notAfter: '2029-01-01T00:00:00.000Z' })]
  eyes.see(overviewOf([old, renewed]))
  expect(letters()).toEqual(['b'])
  const { eyes: others, letters: both } = await open()
  const other = { issuer: '别省CA', issuerName: [{ name: 'O', value: '别省CA' }] }
  others.see(overviewOf([old, { ...renewed, ...other }]))
  expect(both()).toEqual(['a', 'b'])
})
