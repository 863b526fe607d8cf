import { randomBytes } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { readElement } from '../../src/main/x509/der.ts'
import { readPublicKey } from '../../src/main/x509/public-key.ts'
import { countedCalls } from '../support/pkcs11-forwarder/counted-calls.ts'
import { oddSm2 } from '../support/odd-sm2.ts'
import { createOddStand, createSoftHsmStand, createSoftStand, type TokenStand } from '../support/token-stand.ts'
import { failureOf, theToken, unlock } from '../support/token-steps.ts'

const stands: TokenStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) {
    stand.token.stop()
    stand.remove()
  }
})

async function begin<Stand extends TokenStand>(made: Stand | Promise<Stand>) {
  const stand = await made
  stands.push(stand)
  const slot = await unlock(stand)
  return { stand, slot, pair: { slot, id: '5a', label: '国密', keyType: 'sm2' as const } }
}

it('makes an SM2 pair by the mechanism that the driver declares, on the curve of SM2', async () => {
  const { stand, pair } = await begin(createOddStand('makes-sm2', oddSm2))
  const { publicKey } = await stand.token.request('generateKeyPair', pair)
  expect(readPublicKey(readElement(publicKey)).algorithm).toBe('sm2')
  const login = ['--token-label', 'first', '--login', '--pin', stand.pin]
  const seen = stand.store.pkcs11Tool([...login, '--list-objects', '--type', 'pubkey'])
  // The second program reads the very same point and curve from the token.
  expect(seen).toContain(Buffer.from(publicKey.subarray(-65)).toString('hex'))
  expect(seen).toContain('06082a811ccf5501822d')
})

it('does not sign with an SM2 key: PKCS#11 has no mechanism for it, and ECDSA would be no SM2', async () => {
  const { stand, slot, pair } = await begin(createOddStand('makes-sm2', oddSm2))
  await stand.token.request('generateKeyPair', pair)
  const calls = countedCalls(stand.callsFile)
  calls.take()
  const signing = stand.token.request('sign', { slot, id: pair.id, text: randomBytes(32) })
  expect(await failureOf(signing)).toEqual({ code: 'token.sm2Unsupported', details: { detail: 'sign' } })
  expect(calls.take()).toEqual([])
})

it('does not take a key on another curve for an SM2 key', async () => {
  const { stand, pair } = await begin(createOddStand('makes-other-curve', oddSm2))
  expect(await failureOf(stand.token.request('generateKeyPair', pair))).toEqual({
    code: 'token.unsupported',
    details: { detail: 'ecParams' },
  })
})

it.each<[string, () => TokenStand | Promise<TokenStand>, object]>([
  ['a driver that declares nothing', () => createOddStand('makes-sm2'), { detail: 'undeclared' }],
  [
    'a token that has not what the driver declares',
    () => createOddStand('grants-only-asked', oddSm2),
    { detail: 'mechanism', mechanism: oddSm2.keyGeneration },
  ],
  ['SoftHSM2, which would make a key that signs ECDSA', createSoftHsmStand, { detail: 'undeclared' }],
  ['the soft token', createSoftStand, {}],
])('says that it is not supported: %s; and makes nothing', async (_what, make, details) => {
  const { stand, slot, pair } = await begin(make())
  const failure = await failureOf(stand.token.request('generateKeyPair', pair))
  expect([failure.code, failure.details ?? {}]).toEqual(['token.sm2Unsupported', details])
  expect(await stand.token.request('readPair', { slot, id: pair.id })).toEqual({ hasPrivateKey: false })
  expect((await theToken(stand)).certificates).toEqual([])
})
