import { afterEach, describe, expect, it } from 'vitest'

import { countedCalls } from '../support/pkcs11-forwarder/counted-calls.ts'
import { failureOf, theToken, unlock } from '../support/token-steps.ts'
import { createSoftHsmStand, createSoftStand } from '../support/token-stand.ts'
import type { SoftHsmStand, TokenStand } from '../support/token-stand.ts'
import { changePin, describePinContract, unblockPin } from './pin-contract.ts'

describePinContract('SoftHSM2', createSoftHsmStand)

const stands: TokenStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

/** SoftHSM2 whose token was listed, with the given faults from then on. */
async function start(fault = ''): Promise<SoftHsmStand> {
  const stand = await createSoftHsmStand()
  stands.push(stand)
  await theToken(stand)
  if (fault !== '') stand.setFault(fault)
  return stand
}

/** The calls that a request makes about PINs. */
async function pinCalls(stand: SoftHsmStand, request: () => Promise<unknown>): Promise<readonly string[]> {
  const calls = countedCalls(stand.callsFile)
  calls.take()
  await request()
  return calls.take().filter((call) => /PIN|Log/.test(call))
}

describe('a new PIN', () => {
  it('is set in one call and proven by a login that ends', async () => {
    const stand = await start()
    expect(await pinCalls(stand, () => changePin(stand))).toEqual(['C_SetPIN', 'C_Login', 'C_Logout'])
  })

  it('is set after a login where the token wants one', async () => {
    const stand = await start('C_SetPIN:1:rv=0x101')
    expect(await pinCalls(stand, () => changePin(stand))).toEqual([
      ...['C_SetPIN', 'C_Login', 'C_SetPIN', 'C_Logout', 'C_Login', 'C_Logout'],
    ])
    await unlock(stand, 'Kite-5927')
  })

  it('costs one try where the token wants a login and the old PIN is wrong', async () => {
    const stand = await start('C_SetPIN:1:rv=0x101')
    const wrong = () => failureOf(changePin(stand, { pin: '99999999' }))
    expect(await pinCalls(stand, wrong)).toEqual(['C_SetPIN', 'C_Login'])
  })

  it('is not said to be set when the token does not take it', async () => {
    // The login that proves is refused; SoftHSM2 itself has changed the PIN.
    const stand = await start('C_Login:1:rv=0xa0')
    expect(await failureOf(changePin(stand))).toMatchObject({ code: 'token.pinUnproven' })
  })

  it.each([
    ['a general error', 'C_SetPIN:1:rv=0x5', 'token.pinOutcomeUnknown'],
    ['a token that is pulled meanwhile', 'C_SetPIN:1:rv=0x32', 'token.pinOutcomeUnknown'],
    ['a rule of the token', 'C_SetPIN:1:rv=0xa1', 'token.newPinRefused'],
    ['a token that was pulled before', 'C_SetPIN:1:rv=0xe0', 'token.absent'],
    ['no function for it', 'C_SetPIN:1:rv=0x54', 'token.unsupported'],
    ['a lock', 'C_SetPIN:1:rv=0xa4', 'token.pinLocked'],
  ])('is neither claimed nor denied without reason: %s', async (_what, fault, code) => {
    const stand = await start(fault)
    expect(await failureOf(changePin(stand))).toMatchObject({ code })
  })

  it('is not sent to a token that has taken the place of the one that is meant', async () => {
    const stand = await start()
    stand.store.initToken('second')
    stand.token.stop()
    const meant = await theToken(stand)
    stand.swap()
    const calls = countedCalls(stand.callsFile)
    calls.take()
    const { slot, serialNumber } = meant
    const request = { slot, serialNumber, pin: '99999999', newPin: 'Kite-5927' }
    expect(await failureOf(stand.token.request('changePin', request))).toEqual({ code: 'token.otherToken' })
    expect(calls.take().filter((call) => /PIN|Log/.test(call))).toEqual([])
  })

  it('unlocks no token but the one that is meant, and is not sent to another', async () => {
    const stand = await start()
    const { slot } = await theToken(stand)
    const calls = countedCalls(stand.callsFile)
    calls.take()
    const request = { slot, serialNumber: '0000000000000000', pin: '99999999' }
    expect(await failureOf(stand.token.request('unlock', request))).toEqual({ code: 'token.otherToken' })
    expect(calls.take().filter((call) => /PIN|Log/.test(call))).toEqual([])
  })
})

describe('a token that was locked', () => {
  it('is asked whether it can be unblocked before any PIN goes out', async () => {
    const stand = await start()
    expect(await pinCalls(stand, () => unblockPin(stand))).toEqual([
      ...['C_InitPIN', 'C_Login', 'C_InitPIN', 'C_Logout', 'C_Login', 'C_Logout'],
    ])
  })

  it('sees no PIN of a security officer where it cannot be unblocked', async () => {
    const stand = await start('C_InitPIN:1:rv=0x54')
    const asked = await pinCalls(stand, async () => {
      expect(await failureOf(unblockPin(stand))).toMatchObject({ code: 'token.unblockUnsupported' })
    })
    expect(asked).toEqual(['C_InitPIN'])
  })

  it('sees none for a new PIN that it does not take', async () => {
    const stand = await start('C_InitPIN:1:rv=0xa1')
    const asked = await pinCalls(stand, async () => {
      expect(await failureOf(unblockPin(stand))).toMatchObject({ code: 'token.newPinRefused' })
    })
    expect(asked).toEqual(['C_InitPIN'])
  })

  it.each([
    ['locked', 'C_Login:1:rv=0xa4', 'token.securityOfficerPinLocked'],
    ['not a kind of user here', 'C_Login:1:rv=0x103', 'token.unblockUnsupported'],
  ])('says so when the security officer is %s', async (_what, fault, code) => {
    const stand = await start(fault)
    expect(await failureOf(unblockPin(stand))).toMatchObject({ code })
  })

  it('does not tell what the PIN is now when the answer to setting it is an error', async () => {
    const stand = await start('C_InitPIN:2:rv=0x30')
    expect(await failureOf(unblockPin(stand))).toMatchObject({ code: 'token.pinOutcomeUnknown' })
  })

  it('works again, with its keys: the soft token really locks', async () => {
    const stand = createSoftStand()
    stands.push(stand)
    for (let attempt = 0; attempt < 6; attempt += 1) await failureOf(unlock(stand, '99999999'))
    expect(await failureOf(changePin(stand))).toMatchObject({ code: 'token.pinLocked' })
    await unblockPin(stand)
    await unlock(stand, 'Kite-5927')
  })

  it('is lost to unblocking when the security officer’s PIN is locked too', async () => {
    const stand = createSoftStand()
    stands.push(stand)
    const states: unknown[] = []
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const { code, details } = await failureOf(unblockPin(stand, { securityOfficerPin: '99999999' }))
      states.push([code, details?.['pinState']])
    }
    expect(states).toEqual([
      ...Array.from({ length: 4 }, () => ['token.securityOfficerPinIncorrect', 'count-low']),
      ['token.securityOfficerPinIncorrect', 'final-try'],
      ['token.securityOfficerPinLocked', 'locked'],
      ['token.securityOfficerPinLocked', 'locked'],
    ])
    expect(await failureOf(unblockPin(stand))).toMatchObject({ code: 'token.securityOfficerPinLocked' })
  })
})
