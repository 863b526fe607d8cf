import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { createSkfStands, putPair, signingIdOf } from '../../support/skf-steps.ts'
import { failureOf, theToken, unlock } from '../../support/token-steps.ts'

const { end, start } = createSkfStands()
afterEach(end)

describe('a library with codes of its own', () => {
  it('is understood: a wrong PIN, a locked one, a key that was pulled', async () => {
    const stand = start()
    stand.store.setOddities('shifted-codes')
    expect(await failureOf(unlock(stand, '99999999'))).toMatchObject({
      code: 'token.pinIncorrect',
      details: { skf: '0x0A000034', call: 'SKF_VerifyPIN', pinState: 'count-low', triesLeft: 9 },
    })
    await unlock(stand)
    for (let left = 9; left > 0; left -= 1) {
      expect(await failureOf(unlock(stand, '99999999'))).toMatchObject({ details: { triesLeft: left } })
    }
    for (const pin of ['99999999', stand.pin]) {
      expect(await failureOf(unlock(stand, pin))).toMatchObject({ code: 'token.pinLocked' })
    }
    expect((await theToken(stand)).pin).toMatchObject({ state: 'locked', triesLeft: 0 })
  })

  it('is asked whether the key is there, when it fails in something', async () => {
    const stand = start()
    stand.store.setOddities('shifted-codes')
    const { id } = await putPair(stand, 'old')
    const slot = await unlock(stand)
    stand.unplug()
    const sign = { slot, id, text: randomBytes(32) }
    expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.absent' })
  })

  it('does not hide a container that it cannot open, nor the others', async () => {
    const stand = start()
    await putPair(stand, 'R1')
    await putPair(stand, 'R2')
    stand.store.setFault('SKF_OpenContainer:1:rv=0x0A0000FF')
    expect((await theToken(stand)).certificates.map(({ label }) => label)).toEqual(['R2'])
    stand.store.clearFault()
    expect((await stand.token.request('list', {})).tokens[0]?.certificates).toHaveLength(2)
  })
})

describe('a key that was pulled and plugged in again before anybody looked', () => {
  it('is listed and unlocked by new handles, and its login is gone', async () => {
    const stand = start()
    const { id } = await putPair(stand, 'old')
    const slot = await unlock(stand)
    const replug = () => {
      stand.unplug()
      stand.plug()
    }
    replug()
    const sign = { slot, id, text: randomBytes(32) }
    expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.notUnlocked' })
    await stand.token.request('list', {})
    replug()
    const { serialNumber, certificates } = (await stand.token.request('list', {})).tokens[0] ?? {}
    expect([serialNumber, certificates?.length]).toEqual(['SOFT0000000000001', 1])
    replug()
    await stand.token.request('unlock', { slot, serialNumber: 'SOFT0000000000001', pin: stand.pin })
    expect(await stand.token.request('sign', sign)).toHaveProperty('signature')
  })
})

describe('several keys', () => {
  it('of a library with one current device are each listed and unlocked, and a login is not disturbed', async () => {
    const stand = start()
    stand.store.setOddities('global-context')
    stand.store.addKey({ serialNumber: 'SOFT0000000000002' })
    const list = async () => (await stand.token.request('list', { withState: true })).tokens
    for (let round = 0; round < 2; round += 1) {
      expect((await list()).map(({ serialNumber }) => serialNumber)).toEqual(['SOFT0000000000001', 'SOFT0000000000002'])
    }
    for (const { slot, serialNumber } of await list()) {
      await stand.token.request('unlock', { slot, serialNumber, pin: stand.pin })
      const make = { slot, id: stand.newId(), label: '', keyType: 'sm2' } as const
      expect(await list()).toHaveLength(2)
      expect(await stand.token.request('generateKeyPair', make)).toHaveProperty('publicKey')
      await stand.token.request('lock', { slot })
      expect(stand.store.containers({ device: serialNumber })).toHaveLength(1)
    }
  })

  it('are as many as a device has applications with containers', async () => {
    const stand = start()
    const serialNumbers = async () => {
      const { tokens } = await stand.token.request('list', {})
      return tokens.map(({ serialNumber }) => serialNumber)
    }
    stand.store.addKey({ application: 'Second', pin: '55555555' })
    expect(await serialNumbers()).toEqual(['SOFT0000000000001'])
    stand.store.putPair({ container: 'a', role: 'signing', application: 'CA-APP' })
    expect(await serialNumbers()).toEqual(['SOFT0000000000001'])
    stand.store.putPair({ container: 'b', role: 'signing', application: 'Second' })
    expect(await serialNumbers()).toEqual(['SOFT0000000000001/CA-APP', 'SOFT0000000000001/Second'])
    const [, second] = (await stand.token.request('list', {})).tokens
    const { slot = '', serialNumber = '' } = second ?? {}
    await stand.token.request('unlock', { slot, serialNumber, pin: '55555555' })
    const id = signingIdOf('b')
    expect(await stand.token.request('readPair', { slot, id })).toMatchObject({ hasPrivateKey: true })
    expect((await stand.token.request('poll', {})).slots).toContain(slot)
  })
})
