import { describe, expect, it } from 'vitest'
import { createOpencryptokiStand } from '../support/opencryptoki.ts'
import { describeTokenContract } from './token-contract.ts'
import { failureOf, theToken, unlock } from '../support/token-steps.ts'

// Its soft token knows no elliptic curves.
describeTokenContract('opencryptoki', createOpencryptokiStand, { keyTypes: ['rsa-2048'] })

describe('opencryptoki: a PIN that is wrong too often', () => {
  it('locks the token, which is told before and after, and the right one does not help then', async () => {
    const stand = await createOpencryptokiStand()
    try {
      const states: unknown[] = []
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const { code, details } = await failureOf(unlock(stand, '99999999'))
        states.push([code, details?.['pinState']])
      }
      expect(states).toEqual([
        ['token.pinIncorrect', 'count-low'],
        ['token.pinIncorrect', 'final-try'],
        ['token.pinLocked', 'locked'],
        ['token.pinLocked', 'locked'],
      ])
      expect(await failureOf(unlock(stand))).toMatchObject({ code: 'token.pinLocked' })
      expect((await theToken(stand)).pin.state).toBe('locked')
    } finally {
      stand.remove()
    }
  })
})
