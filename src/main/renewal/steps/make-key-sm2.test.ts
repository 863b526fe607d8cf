import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readContainerId } from '../../../shared/token/container-id.ts'
import { proofText } from '../../../shared/platform/proof.ts'
import { readCertificate } from '../../x509/certificate.ts'
import { isSelfSigned } from '../../x509/certification-request.ts'
import { isTextSignedBy } from '../../x509/verify-text.ts'
import type { EntryOf } from '../journal-entry.ts'
import { fromBase64, type RenewalRecord } from '../renewal-record.ts'
import { createFakeSkfToken, signSm2, type FakeSkfToken } from '../testing/fake-skf-token.ts'
import {
  createSm2Work,
  oldCertificate,
  oldKey,
  order,
  recordBySkf,
  startedByPkcs11,
  startedBySkf,
} from '../testing/sm2-work.ts'
import { makeKey } from './make-key.ts'

const verified = (changes: Partial<RenewalRecord['entries']> = {}) => recordBySkf({ order, ...changes }, 'verified')

async function make(token: FakeSkfToken, record = verified()) {
  const work = createSm2Work(token, record)
  await makeKey(work)
  const made = work.written.find((entry): entry is EntryOf<'key-made'> => entry.state === 'key-made')
  const intended = work.written.find((entry): entry is EntryOf<'key-intended'> => entry.state === 'key-intended')
  if (made?.request === undefined || intended === undefined) throw new Error('no key was made')
  return { work, intended, made, request: fromBase64(made.request) }
}

it('makes a key in a new container, with a request that it has signed and a proof by the old key', async () => {
  const token = createFakeSkfToken()
  const { intended, made, request } = await make(token)
  expect(token.asked).toEqual(['make sm2'])
  expect(intended).toMatchObject({ keyType: 'sm2', unwraps: true, attempt: 1 })
  const name = Buffer.from(readContainerId(intended.id)?.container ?? []).toString()
  expect(name).toMatch(/^R[0-9a-f]{30}$/)
  expect([...token.containers.keys()].sort()).toEqual([name, 'old'])
  expect(isSelfSigned(request)).toBe(true)
  const digest = createHash('sha256').update(request).digest('base64url')
  const text = new TextEncoder().encode(proofText('order-1', 'nonce-1', digest))
  expect(made.proof?.algorithm).toBe('sm2-sm3')
  const { publicKey } = readCertificate(oldCertificate)
  expect(isTextSignedBy(publicKey, text, fromBase64(made.proof?.signature ?? ''))).toBe(true)
})

describe('the new key is not meant to unwrap', () => {
  it.each<[string, Partial<RenewalRecord['entries']>]>([
    ['when the order has no encryption certificate', { order: { ...order, withEncryption: false } }],
    ['when its token has no SM4', { started: { ...startedBySkf, symmetric: ['sm1', 'ssf33'] } }],
  ])('%s', async (_when, changes) => {
    expect((await make(createFakeSkfToken(), verified(changes))).intended.unwraps).toBe(false)
  })
})

it('a request that the new key has not signed is not kept, and so never sent', async () => {
  const token = createFakeSkfToken({ sign: (_id, text) => Promise.resolve(signSm2(oldKey, text)) })
  const work = createSm2Work(token, verified())
  await expect(makeKey(work)).rejects.toMatchObject({ failure: { code: 'token.signatureWrong' } })
  expect(work.written.map(({ state }) => state)).toEqual(['key-intended'])
})

it('after an interruption the begun container goes, and the next try has another', async () => {
  const token = createFakeSkfToken()
  const first = await make(token)
  const before = verified({ 'key-intended': first.intended })
  const { intended } = await make(token, { ...before, state: 'key-intended' })
  expect(intended.attempt).toBe(2)
  expect(intended.id).not.toBe(first.intended.id)
  expect(token.asked).toEqual(['make sm2', `remove ${first.intended.id}`, 'make sm2'])
  expect(token.containers.size).toBe(2)
})

it('by PKCS#11 nothing is made for an SM2 certificate', async () => {
  const token = createFakeSkfToken()
  const work = createSm2Work(token, verified({ started: startedByPkcs11 }))
  await expect(makeKey(work)).rejects.toMatchObject({ failure: { code: 'token.sm2Unsupported' } })
  expect([token.asked, work.written]).toEqual([[], []])
})
