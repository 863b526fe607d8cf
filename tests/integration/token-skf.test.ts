import { afterEach, describe, expect, it } from 'vitest'
import { createSkfStand } from '../support/skf-stand.ts'
import type { SkfStand } from '../support/skf-stand.ts'
import { skfPin } from '../support/softskf/store.ts'
import { failureOf, makePair, newId, theToken, unlock } from '../support/token-steps.ts'
import { changePin, describePinContract, unblockPin } from './pin-contract.ts'
import { describeTokenContract } from './token-contract.ts'

describeTokenContract('SKF', createSkfStand, {
  ...{ keyTypes: ['sm2'], tellsLibrary: false },
  // No listing exports public keys: what it says of a key is that nobody has looked. A container goes as a whole.
  ...{ keyOfPair: 'unknown', keyOfNone: 'unknown', objectsOfPair: 1 },
})
describePinContract('SKF', createSkfStand, { keyType: 'sm2', keyOfPair: 'unknown' })

const stands: SkfStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

function start(): SkfStand {
  const stand = createSkfStand()
  stands.push(stand)
  return stand
}

describe('an SKF key that took the place of another', () => {
  it('is another token, and no PIN meant for the first one is sent to it', async () => {
    const stand = start()
    const slot = await unlock(stand)
    const { serialNumber } = await theToken(stand)
    const { id } = await makePair(stand, slot, 'sm2')
    stand.swap()
    const sign = { slot, id, text: new Uint8Array(32) }
    expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.notUnlocked' })
    const before = stand.store.calls().length
    const login = { slot, serialNumber, pin: '99999999' }
    expect(await failureOf(stand.token.request('unlock', login))).toMatchObject({ code: 'token.otherToken' })
    expect(stand.store.calls().slice(before)).not.toContain('SKF_VerifyPIN')
    expect((await theToken(stand)).serialNumber).not.toBe(serialNumber)
  })
})

describe('a login', () => {
  const newPin = 'Kite-5927'

  it('is open on the key until it is ended, and not a moment longer', async () => {
    const stand = start()
    const isOpen = (): boolean => stand.store.isOpen()
    const slot = await unlock(stand)
    expect(isOpen()).toBe(true)
    await stand.token.request('lock', { slot })
    expect(isOpen()).toBe(false)
    await unlock(stand)
    await failureOf(unlock(stand, '99999999'))
    expect(isOpen()).toBe(false)
    await changePin(stand, { newPin })
    expect(isOpen()).toBe(false)
    await unblockPin(stand, { newPin: stand.pin })
    expect(isOpen()).toBe(false)
  })

  const failUnlock = async (fault: string): Promise<SkfStand> => {
    const stand = start()
    const { slot, serialNumber } = await theToken(stand)
    stand.store.setFault(fault)
    await failureOf(stand.token.request('unlock', { slot, serialNumber, pin: stand.pin }))
    return stand
  }

  it('is not left open when the list of containers fails', async () => {
    expect((await failUnlock('SKF_EnumContainer:0:rv=0x0a000001')).store.isOpen()).toBe(false)
  })

  it('is not left open when the key has done it and says otherwise', async () => {
    expect((await failUnlock('SKF_VerifyPIN:0:after=0x0a000001')).store.isOpen()).toBe(false)
  })
})

describe('several keys, one of them with two applications', () => {
  it('are tokens of their own, and a login is of one alone', async () => {
    const stand = start()
    const [first, second] = ['SOFT0000000000001', 'SOFT0000000000002']
    const other = { device: first, application: 'OTHER-APP' }
    stand.store.addKey({ serialNumber: first, application: other.application, pin: '00000000' })
    stand.store.addKey({ serialNumber: second, pin: '11111111' })
    stand.store.putPair({ container: 'one', role: 'signing', device: first, application: 'CA-APP' })
    stand.store.putPair({ container: 'two', role: 'signing', ...other })
    const { tokens } = await stand.token.request('list', {})
    const serialNumbers = tokens.map((token) => token.serialNumber)
    expect(serialNumbers.sort()).toEqual([`${first}/CA-APP`, `${first}/${other.application}`, second])
    const pins: Readonly<Record<string, string>> = {
      ...{ [`${first}/CA-APP`]: skfPin, [`${first}/${other.application}`]: '00000000', [second]: '11111111' },
    }
    for (const { slot, serialNumber } of tokens) {
      await stand.token.request('unlock', { slot, serialNumber, pin: pins[serialNumber] ?? '' })
      const others = tokens.filter((token) => token.slot !== slot)
      for (const { slot: closed } of others) {
        const signing = stand.token.request('sign', { slot: closed, id: newId(stand), text: new Uint8Array(32) })
        expect(await failureOf(signing)).toMatchObject({ code: 'token.notUnlocked' })
      }
      await stand.token.request('lock', { slot })
    }
  })
})
