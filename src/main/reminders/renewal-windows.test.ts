import { expect, it } from 'vitest'
import { sampleCard, sampleCertificate, sampleOverview } from '../../../tests/support/fake-desktop.ts'
import type { AccountLists } from '../platform-account/ports.ts'
import { createRenewalWindows } from './renewal-windows.ts'
import { rememberedSample } from './testing/remembered-sample.ts'

const from = '2026-11-20T01:30:00.000Z'
const overview = sampleOverview({ cards: [sampleCard([sampleCertificate('a'), sampleCertificate('b')])] })

/** The list of a platform that says nothing else of its certificates. */
function listsWith(...items: readonly { readonly publicKeySha256: string; readonly renewal?: { from: string } }[]) {
  const page = { items, page: 1, pageSize: 20, total: items.length }
  // Only what is read of it.
  return { certificates: () => Promise.resolve(page) } as unknown as AccountLists
}

function windows(remembered: readonly ReturnType<typeof rememberedSample>[] = []) {
  let learned = 0
  const made = createRenewalWindows(
    () => remembered,
    () => {
      learned += 1
    },
  )
  const marked = () => made.mark(overview).cards[0]?.certificates.map(({ renewableFrom }) => renewableFrom)
  return { ...made, marked, learned: () => learned }
}

it('hears from the platform’s list when it renews a certificate, and tells once', async () => {
  const { listening, marked, learned } = windows()
  const lists = listening(
    listsWith({ publicKeySha256: 'a'.repeat(64), renewal: { from } }, { publicKeySha256: 'b'.repeat(64) }),
  )
  expect(marked()).toEqual([undefined, undefined])
  expect((await lists.certificates({ page: 1 })).total).toBe(2)
  await lists.certificates({ page: 1 })
  expect([marked(), learned()]).toEqual([[from, undefined], 1])
})

it('knows from an earlier run what was told then', () => {
  expect(windows([rememberedSample('b', from, { renewableFrom: from })]).marked()).toEqual([undefined, from])
})
