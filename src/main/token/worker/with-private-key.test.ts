import { describe, expect, it } from 'vitest'

import { AppError } from '../../app-error.ts'
import type { Handle } from './cryptoki.ts'
import { certificate, other, place, privateKey, publicKey, tokenWith } from './testing/token-with.ts'
import { withPrivateKey } from './with-private-key.ts'

function refusal(ckr: string): AppError {
  return new AppError('token.failed', { details: { ckr } })
}

/** What it is used for, with the handles that it was tried with. */
function use(answer: () => string) {
  const tried: Handle[] = []
  return {
    tried,
    use: (key: Handle): string => {
      tried.push(key)
      return answer()
    },
  }
}

describe('withPrivateKey', () => {
  it('takes a guess that worked for proven, and asks nothing', () => {
    const asked: string[] = []
    const state = tokenWith([certificate, publicKey, privateKey], asked)
    const login = place('01', '02')
    const { use: sign, tried } = use(() => 'signed')
    expect(withPrivateKey(state, login, { id: 'aa', use: sign })).toBe('signed')
    expect(tried).toEqual([privateKey])
    expect(login.unlocked.found.get('aa')?.every(({ isProven }) => isProven)).toBe(true)
    expect(asked).toEqual([])
  })

  it.each(['KEY_HANDLE_INVALID', 'KEY_FUNCTION_NOT_PERMITTED', 'UNWRAPPING_KEY_TYPE_INCONSISTENT'])(
    'asks what a guess is that was refused with %s',
    (name) => {
      const asked: string[] = []
      const state = tokenWith([certificate, publicKey, other], asked)
      const { use: sign, tried } = use(() => {
        throw refusal(`CKR_${name}`)
      })
      expect(() => withPrivateKey(state, place('01', '02'), { id: 'aa', use: sign })).toThrow('token.keyNotFound')
      expect(tried).toEqual([other])
      expect(asked).toEqual(['05'])
    },
  )

  it('does not try again where the guess was not to blame', () => {
    const asked: string[] = []
    const state = tokenWith([certificate, publicKey, privateKey], asked)
    const login = place('01', '02')
    const { use: sign, tried } = use(() => {
      throw refusal('CKR_DEVICE_ERROR')
    })
    expect(() => withPrivateKey(state, login, { id: 'aa', use: sign })).toThrow('token.failed')
    expect(tried).toHaveLength(1)
    expect(login.unlocked.found.get('aa')?.find(({ handle }) => handle === privateKey)?.isProven).toBe(false)
  })

  it('does not search for a key that this login has made', () => {
    const state = tokenWith([], [])
    const login = place()
    login.unlocked.made.set('aa', { privateKey: { handle: privateKey, keyType: 'rsa-2048' } })
    const { use: sign, tried } = use(() => 'signed')
    expect(withPrivateKey(state, login, { id: 'aa', use: sign })).toBe('signed')
    expect(tried).toEqual([privateKey])
  })
})
