import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createTokenProcess } from '../../src/main/token/token-process.ts'
import { wrapNewKey } from '../support/key-management-centre.ts'
import { buildKillAtTruncate } from '../support/pkcs11-forwarder/build.ts'
import { countedCalls } from '../support/pkcs11-forwarder/counted-calls.ts'
import { softHsmModule } from '../support/softhsm.ts'
import { createOddStand, createSoftHsmStand, createSoftStand, spawnWorker } from '../support/token-stand.ts'
import type { SoftHsmStand, TokenStand } from '../support/token-stand.ts'
import { failureOf, unlock } from '../support/token-steps.ts'
import { describeWrappedKeys, makeUnwrapping } from './wrapped-key-contract.ts'

describeWrappedKeys('SoftHSM2', createSoftHsmStand)
describeWrappedKeys('soft token', createSoftStand)

const stands: TokenStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

/** A token with a signing pair, and the request to unwrap a key for it. */
async function start<Stand extends TokenStand>(create: () => Stand | Promise<Stand>) {
  const stand = await create()
  stands.push(stand)
  const slot = await unlock(stand)
  const signing = await makeUnwrapping(stand, slot)
  const { wrapped, encrypt } = wrapNewKey(signing.publicKey)
  return { stand, slot, encrypt, input: { slot, id: 'e1', label: '加密', unwrappingId: signing.id, wrapped } }
}

/** What pkcs11-tool shows of the private keys of this token. */
function privateKeys({ store, pin }: SoftHsmStand): string {
  return store.pkcs11Tool(['--token-label', 'first', '--login', '--pin', pin, '--list-objects', '--type', 'privkey'])
}

const sensitiveKey = /ID: +e1\n {2}Usage: +decrypt.*\n {2}Access: +sensitive\n/

describe('another program', () => {
  it('sees an unwrapped key that cannot leave, and decrypts with it', async () => {
    const { stand, input, encrypt } = await start(createSoftHsmStand)
    await stand.token.request('unwrapKey', input)
    // `extractable` would stand beside it.
    expect(privateKeys(stand)).toMatch(sensitiveKey)
    const file = (name: string) => join(stand.store.folder, name)
    const text = randomBytes(32)
    writeFileSync(file('ciphertext'), encrypt(text))
    const files = ['--input-file', file('ciphertext'), '--output-file', file('plaintext')]
    const login = ['--token-label', 'first', '--login', '--pin', stand.pin]
    stand.store.pkcs11Tool([...login, '--decrypt', '--id', 'e1', '--mechanism', 'RSA-PKCS', ...files])
    expect(readFileSync(file('plaintext')).equals(text)).toBe(true)
  })
})

describe('a token that ignores how a key is to be protected', () => {
  it('is corrected', async () => {
    const { stand, slot, input, encrypt } = await start(() => createOddStand('forgets-protection'))
    await stand.token.request('unwrapKey', input)
    expect(privateKeys(stand)).toMatch(sensitiveKey)
    const text = new Uint8Array(randomBytes(32))
    const decrypted = await stand.token.request('decrypt', {
      slot,
      id: 'e1',
      encrypted: { algorithm: 'rsa-pkcs1', ciphertext: encrypt(text) },
    })
    expect(decrypted).toEqual({ plaintext: text })
  })

  it('does not keep the key where it cannot be corrected', async () => {
    const { stand, input } = await start(() => createOddStand('never-protects'))
    const calls = countedCalls(stand.callsFile)
    calls.take()
    expect(await failureOf(stand.token.request('unwrapKey', input))).toEqual({ code: 'token.keyExposed' })
    // The private key, and the key that it was wrapped with.
    expect(calls.take().filter((call) => call === 'C_DestroyObject')).toHaveLength(2)
    expect(privateKeys(stand).match(/Key Object/g)).toHaveLength(1)
  })
})

describe.each<[string, () => TokenStand | Promise<TokenStand>]>([
  ['soft token', createSoftStand],
  ['a token whose keys may do nothing that was not asked for', () => createOddStand('grants-only-asked')],
])('%s', (_, create) => {
  it('unwraps with a key that was made for it, and with no other', async () => {
    const { stand, slot, input, encrypt } = await start(create)
    const text = new Uint8Array(randomBytes(32))
    await stand.token.request('unwrapKey', input)
    const decrypted = await stand.token.request('decrypt', {
      slot,
      id: 'e1',
      encrypted: { algorithm: 'rsa-pkcs1', ciphertext: encrypt(text) },
    })
    expect(decrypted).toEqual({ plaintext: text })

    const other = { slot, id: 'a2', label: '', keyType: 'rsa-2048' } as const
    const { wrapped } = wrapNewKey((await stand.token.request('generateKeyPair', other)).publicKey)
    const refused = stand.token.request('unwrapKey', { ...input, id: 'e2', unwrappingId: 'a2', wrapped })
    expect(await failureOf(refused)).toMatchObject({ code: 'token.unsupported' })
    expect(await stand.token.request('readPair', { slot, id: 'e2' })).toEqual({ hasPrivateKey: false })
  })
})

describe('an unwrapped key without id and label', () => {
  it('stays although it cannot sign', async () => {
    const { stand, slot, input } = await start(() => createOddStand('grants-only-asked'))
    await stand.token.request('unwrapKey', { ...input, id: '', label: '' })
    expect(await stand.token.request('removeNameless', { slot })).toEqual({ removed: 0 })
    expect(privateKeys(stand).match(/Key Object/g)).toHaveLength(2)
  })
})

describe('a failure while a key is unwrapped', () => {
  it.each([
    ['the mechanism is not there', 'C_UnwrapKey:2:rv=0x70', 'token.unsupported'],
    ['the template is not accepted', 'C_UnwrapKey:2:rv=0xd1', 'token.unsupported'],
    ['the key is no key', 'C_UnwrapKey:2:rv=0x110', 'token.wrappedKeyRefused'],
    ['the token is broken', 'C_UnwrapKey:2:rv=0x5;C_GetTokenInfo:0:rv=0x5', 'token.deviceError'],
    ['the token is full', 'C_UnwrapKey:2:rv=0x31', 'token.noRoom'],
    ['the protection cannot be read', 'C_GetAttributeValue:0:rv=0x5', 'token.deviceError'],
  ])('leaves nothing when %s', async (_, fault, code) => {
    const { stand, slot, input } = await start(createSoftHsmStand)
    const calls = countedCalls(stand.callsFile)
    calls.take()
    stand.setFault(fault)
    expect(await failureOf(stand.token.request('unwrapKey', input))).toMatchObject({ code })
    const made = calls.take()
    expect(made.slice(made.lastIndexOf('C_UnwrapKey') + 1)).toContain('C_DestroyObject')
    stand.mend()
    expect(privateKeys(stand).match(/Key Object/g)).toHaveLength(1)
    await stand.token.request('unwrapKey', input)
    expect(await stand.token.request('readPair', { slot, id: 'e1' })).toEqual({ hasPrivateKey: true })
  })

  it('is what is told when nothing could be unwrapped at all', async () => {
    const { stand, input } = await start(createSoftHsmStand)
    const calls = countedCalls(stand.callsFile)
    calls.take()
    stand.setFault('C_UnwrapKey:1:rv=0x70')
    expect(await failureOf(stand.token.request('unwrapKey', input))).toEqual({
      ...{ code: 'token.unsupported', details: { call: 'C_UnwrapKey', ckr: 'CKR_MECHANISM_INVALID' } },
    })
    expect(calls.take()).toEqual(['C_UnwrapKey'])
  })
})

describe('a decryption that left its operation open', () => {
  it('does not stop the next one', async () => {
    const { stand, slot, input, encrypt } = await start(createSoftHsmStand)
    await stand.token.request('unwrapKey', input)
    const text = new Uint8Array(randomBytes(32))
    stand.setFault('C_DecryptInit:1:rv=0x90')
    const decrypted = await stand.token.request('decrypt', {
      slot,
      id: 'e1',
      encrypted: { algorithm: 'rsa-pkcs1', ciphertext: encrypt(text) },
    })
    expect(decrypted).toEqual({ plaintext: text })
  })
})

describe('an unwrapping that is killed in the middle', () => {
  // SoftHSM writes the key with about forty truncations: without a name first, then with one, and its numbers last.
  it.each([6, 20, 38, 40])('at its write number %i, leaves nothing that cannot be cleaned up', async (write) => {
    const { stand, input, encrypt } = await start(createSoftHsmStand)
    stand.token.stop()
    const environment = {
      ...stand.store.environment,
      ...{ LD_PRELOAD: await buildKillAtTruncate(), KILL_AT_TRUNCATE: String(write) },
    }
    const doomed = createTokenProcess({ spawn: spawnWorker, modulePath: softHsmModule(), environment })
    await unlock({ ...stand, token: doomed })
    expect(await failureOf(doomed.request('unwrapKey', input))).toMatchObject({ code: 'token.crashed' })
    expect(privateKeys(stand).match(/Key Object/g)).toHaveLength(2)

    const slot = await unlock(stand)
    const { removed } = await stand.token.request('removePair', { slot, id: 'e1' })
    const rest = await stand.token.request('removeNameless', { slot })
    expect(removed + rest.removed).toBe(1)
    expect(privateKeys(stand).match(/Key Object/g)).toHaveLength(1)
    await stand.token.request('unwrapKey', input)
    const text = new Uint8Array(randomBytes(32))
    const decrypted = await stand.token.request('decrypt', {
      slot,
      id: 'e1',
      encrypted: { algorithm: 'rsa-pkcs1', ciphertext: encrypt(text) },
    })
    expect(decrypted).toEqual({ plaintext: text })
  })
})
