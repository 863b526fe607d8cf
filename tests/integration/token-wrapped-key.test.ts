import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { wrapNewKey } from '../support/key-management-centre.ts'
import { countedCalls } from '../support/pkcs11-forwarder/counted-calls.ts'
import { createCountingStand, createSoftHsmStand, createSoftStand } from '../support/token-stand.ts'
import type { SoftHsmStand } from '../support/token-stand.ts'
import { unlock } from '../support/token-steps.ts'
import { describeWrappedKeys, makeUnwrapping } from './wrapped-key-contract.ts'

describeWrappedKeys('SoftHSM2', createSoftHsmStand)
describeWrappedKeys('soft token', createSoftStand)

const stands: SoftHsmStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

async function start(create = createSoftHsmStand) {
  const stand = await create()
  stands.push(stand)
  const slot = await unlock(stand)
  const signing = await makeUnwrapping(stand, slot)
  return { stand, slot, signing, ...wrapNewKey(signing.publicKey) }
}

it('is unwrapped in 4 calls and used in 2, and is never read out', async () => {
  const { stand, slot, signing, wrapped, encrypt } = await start(createCountingStand)
  const calls = countedCalls(stand.callsFile)
  calls.take()
  await stand.token.request('unwrapKey', { slot, id: 'e1', label: '', unwrappingId: signing.id, wrapped })
  await stand.token.request('decrypt', { slot, id: 'e1', ciphertext: encrypt(randomBytes(32)) })
  expect(calls.take()).toEqual([
    ...['C_UnwrapKey', 'C_UnwrapKey', 'C_GetAttributeValue', 'C_GetAttributeValue'],
    ...['C_DecryptInit', 'C_Decrypt'],
  ])
})

it('is protected as other tools see it, and decrypts for them', async () => {
  const { stand, slot, signing, wrapped, encrypt } = await start()
  await stand.token.request('unwrapKey', { slot, id: 'e1', label: '加密', unwrappingId: signing.id, wrapped })
  const { store } = stand
  const login = ['--token-label', 'first', '--login', '--pin', stand.pin]
  const listed = store.pkcs11Tool([...login, '--list-objects', '--type', 'privkey', '--id', 'e1'])
  // `extractable` would stand beside it.
  expect(listed).toMatch(/ID: +e1\n {2}Usage: +decrypt.*\n {2}Access: +sensitive\n/)
  const file = (name: string) => join(store.folder, name)
  const text = randomBytes(32)
  writeFileSync(file('ciphertext'), encrypt(text))
  const files = ['--input-file', file('ciphertext'), '--output-file', file('plaintext')]
  store.pkcs11Tool([...login, '--decrypt', '--id', 'e1', '--mechanism', 'RSA-PKCS', ...files])
  expect(readFileSync(file('plaintext')).equals(text)).toBe(true)
})
