import { expect, it } from 'vitest'
import { tokenWith, storedCertificate } from '../certificates/testing/stored-certificate.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import { describeCards } from '../certificates/cards.ts'
import type { Anchors } from './anchors.ts'
import { authority, makeCertificate } from './testing/signed-certificate.ts'
import { createTrust, type RevocationAnswers } from './trust.ts'

const now = new Date('2026-11-26T08:00:00Z')
const root = makeCertificate({ name: '根', extensions: authority() })
const issuing = makeCertificate({ name: '签发', by: root, extensions: authority(0) })
const ours = makeCertificate({ name: '张三', by: issuing })
const strange = makeCertificate({ name: '恶意', by: makeCertificate({ name: '外部', extensions: authority() }) })
const untrusted = makeCertificate({ name: '越级', by: ours })

function trustWith(chosen: X509Certificate[], answer: ReturnType<RevocationAnswers['of']> = { state: 'not-checked' }) {
  const asked: string[][] = []
  let changes = 0
  const names = (chain: readonly X509Certificate[]) => chain.map(({ subject }) => subject.fields[0]?.value ?? '')
  const anchors: Anchors = {
    list: () => chosen.map((certificate) => ({ certificate, chosenBy: 'user' })),
    links: () => [],
    add: () => {
      chosen.push(root)
      return Promise.resolve()
    },
    remove: () => {
      chosen.pop()
      return Promise.resolve()
    },
  }
  const token = tokenWith([ours, issuing, strange, untrusted].map(({ der }) => storedCertificate(der)))
  const trust = createTrust({
    tokens: () => [token],
    anchors,
    revocation: { of: () => answer, ask: (chain) => asked.push(names(chain)) },
    now: () => now,
    changed: () => {
      changes += 1
    },
  })
  return { trust, token, asked, changes: () => changes }
}

it('asks about nothing but what a trusted authority has certified', () => {
  const { trust, asked } = trustWith([root])
  trust.check()
  expect(asked).toEqual([
    ['张三', '签发', '根'],
    ['签发', '根'],
  ])
  const nobody = trustWith([])
  nobody.trust.check()
  expect(nobody.asked).toEqual([])
})

it('judges anew, and asks, when somebody is trusted or no longer trusted', async () => {
  const { trust, asked, changes } = trustWith([])
  expect(trust.assess(ours, now).result).toBe('unknown-issuer')
  expect(await trust.addAuthority()).toMatchObject([{ name: '根', chosenBy: 'user' }])
  expect([trust.assess(ours, now).result, asked.length, changes()]).toEqual(['trusted', 2, 1])
  expect(await trust.removeAuthority(root.sha256)).toEqual([])
  expect([trust.assess(ours, now).result, changes()]).toEqual(['unknown-issuer', 2])
})

it('shows four cards with four different claims', () => {
  const { trust, token } = trustWith([root], { state: 'good', asOf: now.toISOString(), source: 'crl' })
  const shown = describeCards(token, now, { assess: trust.assess }).map(({ certificates: [one] }) => [
    one?.holder,
    one?.status,
    one?.trust?.result,
    one?.trust?.revocation.state,
  ])
  expect(shown).toEqual([
    ['越级', 'untrusted', 'untrusted', 'not-checked'],
    ['张三', 'valid', 'trusted', 'good'],
    ['签发', 'valid', 'trusted', 'good'],
    ['恶意', 'in-period', 'unknown-issuer', 'not-checked'],
  ])
  expect(trust.assess(ours, now).chain.map(({ name, isAnchor }) => [name, isAnchor])).toEqual([
    ['签发', false],
    ['根', true],
  ])
})
