import { describe, expect, it } from 'vitest'

import { describePinContract } from './pin-contract.ts'
import { describeTokenContract } from './token-contract.ts'
import { failureOf, theToken, unlock } from '../support/token-steps.ts'
import { createSoftStand } from '../support/token-stand.ts'

describeTokenContract('soft token', createSoftStand)
describePinContract('soft token', createSoftStand)

describe('soft token', () => {
  it('locks itself after six wrong PINs, telling how near that is', async () => {
    const stand = createSoftStand()
    const states: unknown[] = []
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const { code, details } = await failureOf(unlock(stand, '99999999'))
      states.push([code, details?.['pinState']])
    }
    expect(states).toEqual([
      ...Array.from({ length: 4 }, () => ['token.pinIncorrect', 'count-low']),
      ['token.pinIncorrect', 'final-try'],
      ['token.pinLocked', 'locked'],
      ['token.pinLocked', 'locked'],
    ])
    expect(await failureOf(unlock(stand))).toMatchObject({ code: 'token.pinLocked' })
    expect((await theToken(stand)).pin.state).toBe('locked')
    stand.remove()
  })

  it('is another token when it was swapped', async () => {
    const stand = createSoftStand()
    const first = await theToken(stand)
    const slot = await unlock(stand)
    stand.swap()
    expect((await theToken(stand)).serialNumber).not.toBe(first.serialNumber)
    const sign = { slot, id: '01', text: new Uint8Array(32) }
    expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.notUnlocked' })
    const login = { slot, serialNumber: first.serialNumber, pin: stand.pin }
    expect(await failureOf(stand.token.request('unlock', login))).toEqual({ code: 'token.otherToken' })
    stand.remove()
  })

  it('is not found where there is no file', async () => {
    const stand = createSoftStand()
    stand.remove()
    expect(await failureOf(stand.token.request('list', {}))).toEqual({ code: 'token.moduleNotFound' })
    stand.token.stop()
  })
})
