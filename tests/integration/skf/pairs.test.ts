import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { opensslVerifiesSm2 } from '../../support/openssl-verify.ts'
import { callsOf, countCalls, createSkfStands, encryptionIdOf, putPair, signingIdOf } from '../../support/skf-steps.ts'
import { wrapNewSm2Key } from '../../support/sm2-key-management-centre.ts'
import { issueCertificate, type TestCertificate } from '../../support/token-certificate.ts'
import { failureOf, theToken, unlock } from '../../support/token-steps.ts'

const { end, start } = createSkfStands()
afterEach(end)

describe('a signature', () => {
  it('of a library that hashes by itself is made from the text, and no longer tried otherwise', async () => {
    const stand = start()
    stand.store.setOddities('message-mode')
    const { id, publicKey } = await putPair(stand, 'old')
    const slot = await unlock(stand)
    const sign = async (text: Uint8Array) => {
      callsOf(stand)
      const { signature } = await stand.token.request('sign', { slot, id, text })
      return { isValid: opensslVerifiesSm2(publicKey, text, signature), tries: countCalls(stand)['ECCSignData'] }
    }
    expect(await sign(randomBytes(100))).toEqual({ isValid: true, tries: 2 })
    expect(await sign(randomBytes(100))).toEqual({ isValid: true, tries: 1 })
  })

  it('is by the key of the container, whatever certificate lies beside it', async () => {
    const stand = start()
    const { publicKey = new Uint8Array() } = stand.store.putPair({ container: 'old', role: 'signing' })
    const other = await putPair(stand, 'other')
    stand.store.putPair({ container: 'old', role: 'signing', privateKey: null, certificate: other.certificate })
    const slot = await unlock(stand)
    const id = signingIdOf('old')
    const text = randomBytes(100)
    const { signature } = await stand.token.request('sign', { slot, id, text })
    expect(opensslVerifiesSm2(publicKey, text, signature)).toBe(true)
  })

  it('that is none is not handed out', async () => {
    const stand = start()
    const { id } = await putPair(stand, 'old')
    const slot = await unlock(stand)
    stand.store.setFault('SKF_ECCSignData:0:lie')
    expect(await failureOf(stand.token.request('sign', { slot, id, text: randomBytes(100) }))).toMatchObject({
      code: 'token.signatureWrong',
    })
  })
})

describe('a key pair', () => {
  it('is never made over one that is there', async () => {
    const stand = start()
    const { id } = await putPair(stand, 'R1')
    const before = stand.store.privateKey('R1', 'signing')
    const slot = await unlock(stand)
    const again = { slot, id, label: '', keyType: 'sm2' } as const
    callsOf(stand)
    expect(await failureOf(stand.token.request('generateKeyPair', again))).toEqual({
      ...{ code: 'token.failed', details: { detail: 'containerExists' } },
    })
    expect(callsOf(stand)).toEqual([])
    expect(stand.store.privateKey('R1', 'signing')).toBe(before)
  })

  it('is no key pair when the library only says so, and its container is removed by its id', async () => {
    const stand = start()
    const slot = await unlock(stand)
    stand.store.setFault('SKF_GenECCKeyPair:0:lie')
    const id = stand.newId()
    expect(
      await failureOf(stand.token.request('generateKeyPair', { slot, id, label: '', keyType: 'sm2' })),
    ).toMatchObject({ code: 'token.layoutUnknown', details: { call: 'SKF_GenECCKeyPair' } })
    expect(stand.store.containers()).toHaveLength(1)
    expect(await stand.token.request('removePair', { slot, id })).toEqual({ removed: 1 })
    expect(stand.store.containers()).toEqual([])
  })

  it('is removed for its own certificate only: not when another one, or another key, is there by now', async () => {
    const stand = start()
    const { id, certificate } = await putPair(stand, 'R1')
    const another = await putPair(stand, 'R2')
    const slot = await unlock(stand)
    const remove = (onlyAs: Uint8Array) => stand.token.request('removePair', { slot, id, onlyAs })
    expect(await remove(another.certificate)).toEqual({ removed: 0, kept: 'other' })
    const key = stand.store.privateKey('R1', 'signing')
    const other = stand.store.privateKey('R2', 'signing')
    if (key === undefined || other === undefined) throw new Error('the store has made no keys')
    stand.store.putPair({ container: 'R1', role: 'signing', privateKey: other })
    expect(await remove(certificate)).toEqual({ removed: 0, kept: 'other' })
    stand.store.putPair({ container: 'R1', role: 'signing', privateKey: key })
    // A code that stays and that nobody knows says neither that there is an encryption key nor that there is none.
    const made = stand.store.calls().filter((name) => name === 'SKF_ExportCertificate').length
    const [second, third] = [made + 2, made + 3].map((nth) => `SKF_ExportCertificate:${nth}:rv=0x0B000099`)
    stand.store.setFault([second, third].join(';'))
    expect(await remove(certificate)).toEqual({ removed: 0, kept: 'unclear' })
    stand.store.clearFault()
    expect(stand.store.containers()).toEqual(['R1', 'R2'])
    expect(await remove(certificate)).toEqual({ removed: 1 })
    expect(stand.store.containers()).toEqual(['R2'])
  })

  it('is not said to be removed by a library that only says so', async () => {
    const stand = start()
    const { id } = await putPair(stand, 'R1')
    const slot = await unlock(stand)
    stand.store.setFault('SKF_DeleteContainer:0:lie')
    expect(await failureOf(stand.token.request('removePair', { slot, id }))).toMatchObject({
      ...{ code: 'token.failed', details: { detail: 'stillThere' } },
    })
  })

  it('of RSA is shown, and neither made nor used', async () => {
    const stand = start()
    const rsa = execFileSync('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], {
      ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    })
    const { publicKey } = stand.store.putPair({ container: 'rsa', role: 'signing', privateKey: rsa })
    const { certificate } = await issueCertificate(publicKey)
    stand.store.putPair({ container: 'rsa', role: 'signing', privateKey: null, certificate })
    const slot = await unlock(stand)
    const [listed] = (await theToken(stand)).certificates
    expect(listed?.value).toEqual(certificate)
    const id = listed?.id ?? ''
    expect(await stand.token.request('readPair', { slot, id })).toEqual({ certificate, publicKey, hasPrivateKey: true })
    const make = { slot, id: stand.newId(), label: '', keyType: 'rsa-2048' } as const
    expect(await failureOf(stand.token.request('generateKeyPair', make))).toMatchObject({ code: 'token.unsupported' })
    const sign = { slot, id, text: randomBytes(32) }
    expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.unsupported' })
  })
})

describe('what is on the key', () => {
  it('is not written over: not a certificate by one of another key, which the container does not hold', async () => {
    const stand = start()
    const { id, certificate, publicKey } = await putPair(stand, 'R1')
    const slot = await unlock(stand)
    const write = async (issued: TestCertificate) =>
      stand.token.request('writeCertificate', { slot, id, label: '', ...issued })
    expect(await failureOf(write(await issueCertificate()))).toEqual({
      ...{ code: 'token.failed', details: { detail: 'otherCertificate' } },
    })
    expect(stand.store.certificate('R1', 'signing')).toEqual(certificate)
    const renewed = await issueCertificate(publicKey)
    await write(renewed)
    expect(stand.store.certificate('R1', 'signing')).toEqual(renewed.certificate)
    // A wrong one that somebody has put there is put right.
    const wrong = (await issueCertificate()).certificate
    stand.store.putPair({ container: 'R1', role: 'signing', privateKey: null, certificate: wrong })
    await write(renewed)
    expect(stand.store.certificate('R1', 'signing')).toEqual(renewed.certificate)
  })

  it('is not written over: not an encryption key that has its certificate', async () => {
    const stand = start()
    const { id, publicKey } = await putPair(stand, 'R1')
    const { publicKey: old } = stand.store.putPair({ container: 'R1', role: 'encryption' })
    const certificate = (await issueCertificate(old)).certificate
    stand.store.putPair({ container: 'R1', role: 'encryption', privateKey: null, certificate })
    const before = stand.store.privateKey('R1', 'encryption')
    const slot = await unlock(stand)
    const unwrap = { slot, id: encryptionIdOf('R1'), label: '', unwrappingId: id }
    const { wrapped } = wrapNewSm2Key(publicKey)
    expect(await failureOf(stand.token.request('unwrapKey', { ...unwrap, wrapped }))).toEqual({
      ...{ code: 'token.failed', details: { detail: 'otherCertificate' } },
    })
    expect(stand.store.privateKey('R1', 'encryption')).toBe(before)
  })
})
