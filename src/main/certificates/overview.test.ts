import { expect, it } from 'vitest'
import { Overview } from '../../shared/ipc/models.ts'
import { buildCertificate } from '../x509/testing/built-certificate.ts'
import { describeCards } from './cards.ts'
import { describeOverview } from './overview.ts'
import { showTokensOnce } from '../token/unique-tokens.ts'
import { byPkcs11, bySkf, certified, told } from '../token/testing/two-interfaces.ts'
import { moduleWith, storedCertificate, tokenWith } from './testing/stored-certificate.ts'

const now = new Date('2026-11-23T08:00:00Z')

it('shows modules, tokens and cards of all modules, and the latest moment any of them was read', () => {
  const [one, other] = [tokenWith([storedCertificate(buildCertificate())]), tokenWith([], 'B2')]
  const failure = { code: 'token.moduleNotFound' } as const
  const overview = describeOverview(
    [
      moduleWith([one], { readAt: new Date('2026-11-23T07:00:00Z') }),
      moduleWith([other], { path: '/b.so', name: 'b.so', readAt: new Date('2026-11-23T07:59:00Z') }),
      moduleWith([], { path: '/c.so', name: 'c.so', state: 'failed', failure }),
    ],
    now,
    false,
  )
  const pin = { state: 'ok', minLength: 6, maxLength: 16 }
  expect(overview).toEqual({
    complete: true,
    readAt: '2026-11-23T07:59:00.000Z',
    now: '2026-11-23T08:00:00.000Z',
    modules: [
      { path: '/lib/module.so', name: 'module.so', state: 'ready' },
      { path: '/b.so', name: 'b.so', state: 'ready' },
      { path: '/c.so', name: 'c.so', state: 'failed', failure },
    ],
    tokens: [
      { serialNumber: 'A1', cardNumber: 'A1', label: '测试介质', model: 'GM3000', pin },
      { serialNumber: 'B2', cardNumber: 'B2', label: '测试介质', model: 'GM3000', pin },
    ],
    cards: describeCards(one, now),
  })
  expect(Overview.parse(overview)).toEqual(overview)
})

it('is not complete while a module or the demonstration is starting', () => {
  expect(describeOverview([], now, false)).toEqual({
    complete: true,
    now: now.toISOString(),
    modules: [],
    tokens: [],
    cards: [],
  })
  expect(describeOverview([], now, true).complete).toBe(false)
  expect(describeOverview([moduleWith([]), moduleWith([], { state: 'starting' })], now, false).complete).toBe(false)
})

it('shows what shares a serial number under one heading, and no card twice', () => {
  const certificate = storedCertificate(buildCertificate())
  const [one, other] = [tokenWith([certificate]), { ...tokenWith([certificate]), label: 'PIN 2' }]
  const { tokens, cards } = describeOverview([moduleWith([one, other])], now, false)
  expect(tokens.map(({ label }) => label)).toEqual(['测试介质'])
  expect(cards).toHaveLength(1)
})

it('shows a key with two interfaces under one heading, each certificate with what can be done with it', () => {
  const [rsa, sm2] = [certified('rsa', 1), certified('sm2', 2)]
  const pin = { state: 'ok', minLength: 4, maxLength: 64, initialised: true, triesLeft: 5 } as const
  const states = showTokensOnce(
    [bySkf(told([rsa, sm2], { serialNumber: 'skf-A1', pin })), byPkcs11(told([rsa, sm2]))],
    () => undefined,
  )
  const overview = describeOverview(states, now, false)
  expect(overview.tokens).toEqual([
    {
      ...{ serialNumber: 'A1', cardNumber: 'A1', label: '测试介质', model: 'GM3000', alsoKnownAs: ['skf-A1'] },
      // PKCS#11 does not tell how many tries are left, and whether it is one PIN, nobody knows.
      pin: { state: 'ok', minLength: 6, maxLength: 16 },
    },
  ])
  const shown = overview.cards.flatMap(({ tokenSerialNumber, certificates }) =>
    certificates.map(({ algorithm, action }) => [tokenSerialNumber, algorithm, action]),
  )
  expect(shown.sort()).toEqual([
    ['A1', 'RSA 2048', 'renewal'],
    ['skf-A1', 'SM2', 'renewal'],
  ])
  expect(Overview.parse(overview)).toEqual(overview)
})
