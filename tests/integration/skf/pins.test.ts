import { afterEach, describe, expect, it } from 'vitest'
import { createTokenProcess } from '../../../src/main/token/token-process.ts'
import { callsOf, countCalls, createSkfStands } from '../../support/skf-steps.ts'
import { spawnWorker } from '../../support/token-stand.ts'
import { failureOf, makePair, theToken, unlock } from '../../support/token-steps.ts'

const { afterwards, end, start } = createSkfStands()
afterEach(end)

describe('another program', () => {
  it('that has reserved the key is left alone, and no PIN goes out', async () => {
    const [stand, other] = [start(), start()]
    const { store } = stand
    const options = { spawn: spawnWorker, interface: 'skf' } as const
    const second = createTokenProcess({ ...options, modulePath: store.modulePath, environment: store.environment })
    afterwards(() => second.stop())
    const { slot, serialNumber } = await theToken({ ...other, token: second })
    await second.request('unlock', { slot, serialNumber, pin: stand.pin })
    await theToken(stand)
    callsOf(stand)
    expect(await failureOf(unlock(stand))).toMatchObject({ code: 'token.inUse', details: { call: 'SKF_LockDev' } })
    expect(countCalls(stand)['VerifyPIN']).toBeUndefined()
    await second.request('lock', { slot })
    await unlock(stand)
  })

  it.each(['no-lockdev', 'message-mode'])('is no matter where the library is %s', async (oddity) => {
    const stand = start()
    stand.store.setOddities(oddity)
    const { id } = await makePair(stand, await unlock(stand), 'sm2')
    expect(id).not.toBe('')
  })

  it('does not find the key open after anything went wrong', async () => {
    const stand = start()
    const { slot, serialNumber } = await theToken(stand)
    const login = { slot, serialNumber, pin: stand.pin }
    const afterLogin = 'SKF_VerifyPIN:0:after=0x0A000001'
    for (const fault of [afterLogin, 'SKF_VerifyPIN:0:rv=0x0A000001', 'SKF_EnumContainer:0:rv=0x0A000001']) {
      callsOf(stand)
      stand.store.setFault(fault)
      expect(await failureOf(stand.token.request('unlock', login))).toMatchObject({ code: 'token.failed' })
      stand.store.clearFault()
      const { LockDev, UnlockDev, ClearSecureState } = countCalls(stand)
      expect([UnlockDev, ClearSecureState]).toEqual([LockDev, 1])
    }
    const change = { ...login, newPin: 'Kite-5927' }
    for (const fault of ['SKF_ChangePIN:0:after=0x0A000001', 'SKF_VerifyPIN:0:rv=0x0A000001']) {
      callsOf(stand)
      stand.store.setFault(fault)
      await failureOf(stand.token.request('changePin', change))
      const { LockDev, UnlockDev, ClearSecureState } = countCalls(stand)
      expect([UnlockDev, ClearSecureState]).toEqual([LockDev, 1])
      stand.store.clearFault()
    }
  })
})

describe('a changed PIN', () => {
  it('is not known when the library has made it and says otherwise', async () => {
    const stand = start()
    const { slot, serialNumber } = await theToken(stand)
    stand.store.setFault('SKF_ChangePIN:1:after=0x0A000001')
    const change = { slot, serialNumber, pin: stand.pin, newPin: 'Kite-5927' }
    expect(await failureOf(stand.token.request('changePin', change))).toMatchObject({ code: 'token.pinOutcomeUnknown' })
  })

  it('was not asked for with the right one when there is a try less', async () => {
    const stand = start()
    stand.store.setOddities('shifted-codes')
    const { slot, serialNumber } = await theToken(stand)
    const change = { slot, serialNumber, pin: '99999999', newPin: 'Kite-5927' }
    expect(await failureOf(stand.token.request('changePin', change))).toMatchObject({
      ...{ code: 'token.pinIncorrect', details: { triesLeft: 9 } },
    })
    const { newPin } = change
    const unblock = { slot, serialNumber, newPin, securityOfficerPin: '99999999' }
    expect(await failureOf(stand.token.request('unblockPin', unblock))).toMatchObject({
      ...{ code: 'token.securityOfficerPinIncorrect', details: { triesLeft: 9, pinState: 'count-low' } },
    })
  })
})
