import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'

import { afterEach, describe, expect, it } from 'vitest'

import { countedCalls } from '../support/pkcs11-forwarder/counted-calls.ts'
import { softHsmPin } from '../support/softhsm.ts'
import { issueCertificate } from '../support/token-certificate.ts'
import { describeTokenContract, signsWith } from './token-contract.ts'
import { failureOf, makePair, theToken, unlock } from '../support/token-steps.ts'
import { createSoftHsmStand } from '../support/token-stand.ts'
import type { SoftHsmStand, StandDeadlines } from '../support/token-stand.ts'

describeTokenContract('SoftHSM2', createSoftHsmStand)

const stands: SoftHsmStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

async function start(deadlines?: StandDeadlines): Promise<SoftHsmStand> {
  const stand = await createSoftHsmStand(deadlines)
  stands.push(stand)
  return stand
}

describe('two tokens that trade places', () => {
  it('are told apart, and a PIN meant for one is not sent to the other', async () => {
    const stand = await start()
    stand.store.initToken('second')
    const { tokens } = await stand.token.request('list', {})
    expect(tokens.map((token) => token.label).sort()).toEqual(['first', 'second'])
    const [first, second] = tokens
    const { slot, serialNumber } = first ?? { slot: '', serialNumber: '' }
    await stand.token.request('unlock', { slot, serialNumber, pin: stand.pin })
    const calls = countedCalls(stand.callsFile)

    stand.swap()
    const sign = { slot, id: '01', text: new Uint8Array(32) }
    expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.notUnlocked' })
    calls.take()
    const login = { slot, serialNumber, pin: '99999999' }
    expect(await failureOf(stand.token.request('unlock', login))).toEqual({ code: 'token.otherToken' })
    expect(await failureOf(stand.token.request('unlock', login))).toEqual({ code: 'token.otherToken' })

    const { tokens: swapped } = await stand.token.request('list', {})
    expect(swapped.map((token) => token.serialNumber)).toEqual([second?.serialNumber, first?.serialNumber])
    // SoftHSM counts a wrong PIN on the token it was given to.
    expect(swapped.map((token) => token.pin.state)).toEqual(['ok', 'ok'])
  })
})

describe('labels', () => {
  it('in GBK are read as what they say', async () => {
    const stand = await start()
    const { certificate } = await issueCertificate()
    const file = join(stand.store.folder, 'certificate')
    writeFileSync(file, certificate)
    // Node passes arguments as UTF-8 only; a shell passes these bytes.
    const module = stand.environment['FORWARDER_MODULE'] ?? ''
    const parameters = `--login --pin ${softHsmPin} --token-label first --write-object ${file} --type cert --id 01`
    execFileSync(
      'sh',
      ['-c', `pkcs11-tool --module ${module} ${parameters} --label "$(printf '\\325\\305\\310\\375')"`],
      {
        env: { ...process.env, ...stand.environment },
        stdio: 'pipe',
      },
    )
    expect((await theToken(stand)).certificates.map(({ label }) => label)).toEqual(['张三'])
  })
})

describe('an object that cannot be read', () => {
  it('does not hide the others, nor itself', async () => {
    const stand = await start()
    const slot = await unlock(stand)
    const made = [await makePair(stand, slot, 'p-256'), await makePair(stand, slot, 'p-256')]
    stand.token.stop()
    // CKR_ATTRIBUTE_SENSITIVE for the value of the first certificate: asked with its id and label, then asked alone.
    stand.setFault('C_GetAttributeValue:1:rv=0x11;C_GetAttributeValue:2:rv=0x11')
    const listed = (await theToken(stand)).certificates
    expect(listed.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort())
    expect(listed.filter(({ value }) => value.length === 0)).toHaveLength(1)
  })

  it('is left out when it is gone by then', async () => {
    const stand = await start()
    const slot = await unlock(stand)
    await makePair(stand, slot, 'p-256')
    await makePair(stand, slot, 'p-256')
    stand.token.stop()
    stand.setFault('C_GetAttributeValue:1:rv=0x82')
    expect((await theToken(stand)).certificates).toHaveLength(1)
  })
})

describe('a removal that is interrupted', () => {
  it('leaves no certificate behind that looks as if it had its key, and is found again by it', async () => {
    const stand = await start()
    const slot = await unlock(stand)
    const [stays, goes] = [await makePair(stand, slot, 'p-256'), await makePair(stand, slot, 'p-256')]
    // First after the public key is gone; then after the private key; then with the certificate as the last one to go.
    for (const nth of [2, 2, 1]) {
      stand.token.stop()
      stand.setFault(`C_DestroyObject:${nth}:kill`)
      const again = await unlock(stand)
      expect(await failureOf(stand.token.request('removePair', { slot: again, id: goes.id }))).toMatchObject({
        code: 'token.crashed',
      })
      stand.mend()
      const listed = (await theToken(stand)).certificates.map(({ id, key }) => [id, key])
      expect(Object.fromEntries(listed)).toEqual({ [stays.id]: 'present', [goes.id]: 'missing' })
    }
    const last = await unlock(stand)
    await stand.token.request('removePair', { slot: last, id: goes.id })
    expect(await stand.token.request('readPair', { slot: last, id: goes.id })).toEqual({ hasPrivateKey: false })
    expect(await signsWith(stand, last, stays)).toBe(true)
  })
})

describe('keys without id and label', () => {
  it('stay when they can sign', async () => {
    const stand = await start()
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const value = privateKey.export({ type: 'pkcs8', format: 'der' })
    stand.store.writeObject({ token: 'first', kind: 'privkey', value: new Uint8Array(value) })
    const slot = await unlock(stand)
    expect(await stand.token.request('removeNameless', { slot })).toEqual({ removed: 0 })
  })
})

describe('a worker that ends while it opens the module', () => {
  it('means a broken module, which is tried twice and then only after a reset', async () => {
    const stand = await start()
    const calls = countedCalls(stand.callsFile)
    stand.setFault('C_Initialize:0:segv')
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await failureOf(stand.token.request('list', {}))).toEqual({
        ...{ code: 'token.moduleBroken', details: { operation: 'open', signal: 'SIGSEGV' } },
      })
    }
    expect(calls.take()).toEqual(['C_Initialize', 'C_Initialize'])
    stand.mend()
    expect(await failureOf(stand.token.request('list', {}))).toMatchObject({ code: 'token.moduleBroken' })
    stand.token.reset()
    await theToken(stand)
  })
})
