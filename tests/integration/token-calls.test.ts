import { createHash, randomBytes } from 'node:crypto'

import { afterEach, describe, expect, it } from 'vitest'

import type { KeyType } from '../../src/shared/token/messages.ts'
import { wrapNewKey } from '../support/key-management-centre.ts'
import { clearCalls, countedCalls } from '../support/pkcs11-forwarder/counted-calls.ts'
import type { CountedCalls } from '../support/pkcs11-forwarder/counted-calls.ts'
import { issueCertificate } from '../support/token-certificate.ts'
import { failureOf, makePair, theToken, unlock } from '../support/token-steps.ts'
import { createCountingStand } from '../support/token-stand.ts'
import type { SoftHsmStand } from '../support/token-stand.ts'
import { makeUnwrapping } from './wrapped-key-contract.ts'

// Every native call costs a real token 5 to 50 ms: these numbers are what the user waits for.

const stands: SoftHsmStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

async function start(): Promise<SoftHsmStand> {
  const stand = await createCountingStand()
  stands.push(stand)
  return stand
}

/** Certificates on the token, half of them with a key pair, and a worker that knows nothing of them yet. */
async function fill(stand: SoftHsmStand, certificates: number): Promise<CountedCalls> {
  const slot = await unlock(stand)
  const pairs = certificates / 2
  for (let made = 0; made < pairs; made += 1) await makePair(stand, slot, 'p-256')
  const lonely = await issueCertificate()
  for (let made = pairs; made < certificates; made += 1) {
    const id = (made + 1).toString(16).padStart(4, '0')
    await stand.token.request('writeCertificate', { slot, id, label: id, ...lonely })
  }
  stand.token.stop()
  clearCalls(stand.callsFile)
  return countedCalls(stand.callsFile)
}

describe.each([10, 100, 600])('listing %i certificates, half of them with a key', (certificates) => {
  it('takes 16 + 2N + 2K native calls at most, fewer than pkcs11-tool, and nearly none when nothing is new', async () => {
    const stand = await start()
    const calls = await fill(stand, certificates)

    const listed = (await theToken(stand)).certificates
    expect(listed).toHaveLength(certificates)
    expect(listed.filter((certificate) => certificate.key === 'present')).toHaveLength(certificates / 2)
    const first = calls.take().length
    expect(first).toBeLessThanOrEqual(16 + 2 * certificates + certificates)

    await stand.token.request('poll', {})
    expect(calls.take()).toEqual(['C_GetSlotList', 'C_GetSlotList'])
    const search = ['C_FindObjectsInit', 'C_FindObjects', 'C_FindObjectsFinal']
    const [again] = (await stand.token.request('list', {})).tokens
    expect(again?.certificates).toEqual(listed)
    expect(calls.take()).toEqual(search)
    await stand.token.request('list', { withState: true })
    expect(calls.take()).toEqual(['C_GetTokenInfo', ...search])

    stand.store.pkcs11Tool(['-O', '--type', 'cert'], { path: stand.modulePath, environment: stand.environment })
    expect(first).toBeLessThan(calls.take().length)
  })
})

describe('listing again', () => {
  it('reads only what is new, and forgets what is gone', async () => {
    const stand = await start()
    const calls = await fill(stand, 10)
    const [gone] = (await theToken(stand)).certificates
    const slot = await unlock(stand)
    const { id } = await makePair(stand, slot, 'p-256')
    await stand.token.request('removePair', { slot, id: gone?.id ?? '' })
    await stand.token.request('lock', { slot })
    calls.take()

    const ids = (await theToken(stand)).certificates.map((certificate) => certificate.id)
    expect(ids).toContain(id)
    expect(ids).not.toContain(gone?.id)
    expect(calls.take().filter((call) => call === 'C_GetAttributeValue')).toHaveLength(4)
  })
})

describe('what another program does', () => {
  it('is seen at the next listing', async () => {
    const stand = await start()
    const slot = await unlock(stand)
    const pairs = [await makePair(stand, slot, 'p-256'), await makePair(stand, slot, 'p-256')]
    await stand.token.request('lock', { slot })
    expect((await theToken(stand)).certificates).toHaveLength(2)
    const login = ['--login', '--pin', stand.pin, '--token-label', 'first']
    const remove = (type: string, id = ''): unknown =>
      stand.store.pkcs11Tool([...login, '--delete-object', '--type', type, '--id', id])
    remove('cert', pairs[0]?.id)
    remove('pubkey', pairs[1]?.id)
    const left = (await theToken(stand)).certificates.map(({ id, key }) => ({ id, key }))
    expect(left).toEqual([{ id: pairs[1]?.id, key: 'missing' }])
  })
})

describe('a PIN', () => {
  it('takes 3 calls when it is wrong, and none when its length is impossible', async () => {
    const stand = await start()
    const { slot, serialNumber, pin } = await theToken(stand)
    const calls = countedCalls(stand.callsFile)
    calls.take()

    const wrong = { slot, serialNumber, pin: '99999999' }
    expect(await failureOf(stand.token.request('unlock', wrong))).toMatchObject({ code: 'token.pinIncorrect' })
    expect(calls.take()).toEqual(['C_OpenSession', 'C_Login', 'C_GetTokenInfo'])

    const short = { slot, serialNumber, pin: '1'.repeat(pin.minLength - 1) }
    expect(await failureOf(stand.token.request('unlock', short))).toMatchObject({ code: 'token.pinLength' })
    expect(calls.take()).toEqual([])
  })
})

describe.each<KeyType>(['rsa-2048', 'p-256'])('renewing a certificate with a key of type %s', (keyType) => {
  it('takes 20 native calls at most from login to logout', async () => {
    const stand = await start()
    const { token } = stand
    const old = await makePair(stand, await unlock(stand), keyType)
    token.stop()
    clearCalls(stand.callsFile)
    const calls = countedCalls(stand.callsFile)
    const text = new TextEncoder().encode('to be signed')

    const slot = await unlock(stand)
    const id = 'ab'.repeat(20)
    const { publicKey } = await token.request('generateKeyPair', { slot, id, label: '张三', keyType })
    await token.request('sign', { slot, id, text })
    await token.request('sign', { slot, id: old.id, text })
    const issued = await issueCertificate(publicKey)
    await token.request('writeCertificate', { slot, id, label: '张三', ...issued })
    const readBack = await token.request('readCertificate', { slot, id })
    await token.request('sign', { slot, id, text })
    const { removed } = await token.request('removePair', { slot, id: old.id })
    await token.request('lock', { slot })

    expect(readBack).toEqual({ certificate: issued.certificate })
    expect(removed).toBe(3)
    const all = calls.take()
    const fromLoginToLogout = all.slice(all.indexOf('C_Login'), all.indexOf('C_Logout') + 1)
    expect(fromLoginToLogout.length).toBeLessThanOrEqual(20)
    const [left] = (await theToken(stand)).certificates
    expect(left).toMatchObject({ id, key: 'present' })
  })
})

describe('an encryption key', () => {
  const search = ['C_FindObjectsInit', 'C_FindObjects', 'C_FindObjectsFinal']
  const readOnce = ['C_GetAttributeValue', 'C_GetAttributeValue']
  // Nothing else: neither key is read out, whole or in parts, and the AES key is left to end with its session.
  const unwrapping = ['C_UnwrapKey', 'C_UnwrapKey', ...readOnce]
  const decryption = ['C_DecryptInit', 'C_Decrypt']

  it('is unwrapped in 4 calls and used in 2, and written in 1', async () => {
    const stand = await start()
    const slot = await unlock(stand)
    const signing = await makeUnwrapping(stand, slot)
    const { wrapped, encrypt, publicKey } = wrapNewKey(signing.publicKey)
    const calls = countedCalls(stand.callsFile)
    calls.take()
    await stand.token.request('unwrapKey', { slot, id: 'e1', label: '', unwrappingId: signing.id, wrapped })
    expect(calls.take()).toEqual(unwrapping)
    await stand.token.request('decrypt', {
      slot,
      id: 'e1',
      encrypted: { algorithm: 'rsa-pkcs1', ciphertext: encrypt(randomBytes(32)) },
    })
    expect(calls.take()).toEqual(decryption)
    await stand.token.request('writeCertificate', { slot, id: 'e1', label: '', ...(await issueCertificate(publicKey)) })
    expect(calls.take()).toEqual(['C_CreateObject'])
  })

  it('takes 3 calls more where an earlier login has made the keys, once', async () => {
    const stand = await start()
    const before = await unlock(stand)
    const signing = await makeUnwrapping(stand, before)
    const { wrapped, encrypt, publicKey } = wrapNewKey(signing.publicKey)
    const input = { id: 'e1', label: '', unwrappingId: signing.id, wrapped }
    stand.token.stop()
    const slot = await unlock(stand)
    const calls = countedCalls(stand.callsFile)
    calls.take()
    await stand.token.request('unwrapKey', { ...input, slot })
    expect(calls.take()).toEqual([...search, ...unwrapping])

    const issued = await issueCertificate(publicKey)
    await stand.token.request('writeCertificate', { slot, id: 'e1', label: '', ...issued })
    stand.token.stop()
    const decryptInput = {
      slot: await unlock(stand),
      id: 'e1',
      encrypted: { algorithm: 'rsa-pkcs1', ciphertext: encrypt(randomBytes(32)) } as const,
    }
    calls.take()
    await stand.token.request('decrypt', decryptInput)
    expect(calls.take()).toEqual([...search, ...decryption])
    await stand.token.request('decrypt', decryptInput)
    expect(calls.take()).toEqual(decryption)
  })
})

describe('a key whose record was lost', () => {
  it('is found with 4 calls for each walk and each RSA key on the way, and 2 for its id', async () => {
    const stand = await start()
    const slot = await unlock(stand)
    const signing = await makeUnwrapping(stand, slot)
    const publicKeySha256 = createHash('sha256').update(signing.publicKey).digest('hex')
    const calls = countedCalls(stand.callsFile)
    calls.take()
    expect(await stand.token.request('findKey', { slot, publicKeySha256 })).toEqual({ id: signing.id })
    expect(calls.take()).toHaveLength(4 + 4 + 2)

    await stand.token.request('generateKeyPair', { slot, id: 'b1', label: '', keyType: 'p-256' })
    calls.take()
    expect(await stand.token.request('findKey', { slot, publicKeySha256: '0'.repeat(64) })).toEqual({})
    // Two public keys; then the private RSA key, and the type of the private EC key.
    expect(calls.take()).toHaveLength(4 + 2 * 4 + 4 + 4 + 2)
  })
})
