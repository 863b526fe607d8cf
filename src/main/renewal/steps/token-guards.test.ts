import type { KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { buildCertificate } from '../../x509/testing/built-certificate.ts'
import { abandon } from '../abandon.ts'
import { toBase64, type RenewalRecord } from '../renewal-record.ts'
import { createFakeToken, createFakeWork, newKey, recordOf, type FakeToken } from '../testing/fake-work.ts'
import { provePair } from './prove-pair.ts'
import { removeOldPair } from './remove-old-pair.ts'

const at = '2026-11-23T08:00:00.000Z'
const { privateKey, publicKey } = newKey()
const issued = certificateFor(publicKey)
const entries: Partial<RenewalRecord['entries']> = {
  'key-intended': { state: 'key-intended', at, id: 'bb', label: '', keyType: 'p-256' },
  'key-made': { state: 'key-made', at, publicKeySha256: 'new', request: 'AAAA' },
  issued: { state: 'issued', at, signing: toBase64(issued), chain: [] },
}
const onToken = { old: 'aa', new: 'bb' }

function certificateFor(key: KeyObject): Uint8Array {
  return buildCertificate({ publicKey: new Uint8Array(key.export({ type: 'spki', format: 'der' })) })
}

function holding(certificate: Uint8Array | undefined, key: KeyObject | undefined): FakeToken {
  const token = createFakeToken()
  token.pairs.set('bb', { ...(certificate && { certificate }), ...(key && { key }) })
  return token
}

describe('the proof', () => {
  const prove = (token: FakeToken) => {
    const work = createFakeWork(token, recordOf(entries, 'signing-written'), onToken)
    return { work, result: provePair(work) }
  }

  it('holds for the pair that was written', async () => {
    const { work, result } = prove(holding(issued, privateKey))
    await result
    expect(work.entered).toEqual(['proved'])
  })

  it.each([
    ['nothing', undefined],
    ['another certificate', certificateFor(newKey().publicKey)],
  ])('fails when the token gives back %s', async (_what, certificate) => {
    const { work, result } = prove(holding(certificate, privateKey))
    await expect(result).rejects.toMatchObject({ failure: { code: 'renewal.readBackFailed' } })
    expect(work.entered).toEqual([])
  })

  it('fails when another key signs', async () => {
    const { work, result } = prove(holding(issued, newKey().privateKey))
    await expect(result).rejects.toMatchObject({ failure: { code: 'renewal.proofFailed' } })
    expect(work.entered).toEqual([])
  })
})

describe('the old pair', () => {
  const remove = async (token: FakeToken, found: Readonly<Record<string, string>> = onToken) => {
    const work = createFakeWork(token, recordOf(entries, 'confirmed'), found)
    await removeOldPair(work)
    return work
  }

  it('goes when the new one is there', async () => {
    const token = holding(issued, privateKey)
    expect((await remove(token)).entered).toEqual(['completed'])
    expect(token.removed).toEqual(['aa'])
  })

  it.each([
    ['its key', holding(issued, undefined)],
    ['its certificate', holding(undefined, privateKey)],
    ['the right certificate', holding(certificateFor(newKey().publicKey), privateKey)],
  ])('stays when the new one has not got %s after an interruption', async (_what, token) => {
    await expect(remove(token)).rejects.toMatchObject({ failure: { code: 'renewal.readBackFailed' } })
    expect(token.removed).toEqual([])
  })

  it('stays when it bears the id of the new one', async () => {
    const token = holding(issued, privateKey)
    await remove(token, { old: 'bb', new: 'bb' })
    expect(token.removed).toEqual([])
  })

  it('is not taken for removed while the token is out', async () => {
    const token = holding(issued, privateKey)
    await expect(remove(token, {})).rejects.toMatchObject({ failure: { code: 'token.absent' } })
  })
})

describe('giving up', () => {
  it('removes nothing while the old pair is not found', async () => {
    const token = holding(issued, privateKey)
    const work = createFakeWork(token, recordOf(entries, 'issued'), { new: 'bb' })
    await expect(abandon(work)).rejects.toMatchObject({ failure: { code: 'token.absent' } })
    expect(token.removed).toEqual([])
  })

  it('removes the new pair and nothing else', async () => {
    const token = holding(issued, privateKey)
    const work = createFakeWork(token, recordOf(entries, 'issued'), onToken)
    await abandon(work)
    expect(token.removed).toEqual(['bb'])
    expect(work.entered).toEqual(['abandoned'])
  })

  it('is too late once the platform knows the new certificate', async () => {
    const token = holding(issued, privateKey)
    const work = createFakeWork(token, recordOf(entries, 'confirmed'), onToken)
    await expect(abandon(work)).rejects.toMatchObject({ failure: { code: 'renewal.wrongStep' } })
    expect(token.removed).toEqual([])
  })
})
