import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../app-error.ts'
import type { Token, UnlockedToken } from './ports.ts'
import { createUnlockedTokens } from './unlocked-tokens.ts'

const idleMs = 1000
const wrongPin = '0000'

/** Counts logins and logouts; nothing else of it is asked for here. */
/** @param spoken by which interface each login is, one after the other */
function fakeToken(spoken: readonly UnlockedToken['interface'][] = []) {
  const interfaces = [...spoken]
  const events: string[] = []
  const token: Token = {
    look: () => Promise.reject(new Error('not asked for')),
    findPair: () => Promise.reject(new Error('not asked for')),
    unlock: (serialNumber, pin) => {
      events.push(`unlock ${serialNumber}`)
      if (pin === wrongPin) return Promise.reject(new AppError('token.pinIncorrect'))
      const lock = () => {
        events.push(`lock ${serialNumber}`)
        return Promise.resolve()
      }
      return Promise.resolve({ serialNumber, interface: interfaces.shift(), lock } as UnlockedToken)
    },
  }
  return { token, events }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a login', () => {
  it('ends after two minutes of nothing, and says so', async () => {
    const { token, events } = fakeToken()
    const ended: string[] = []
    const tokens = createUnlockedTokens(token, (renewalId) => ended.push(renewalId), idleMs)
    await tokens.unlock('r', { serialNumber: 'S1' }, '1234')
    await vi.advanceTimersByTimeAsync(idleMs - 1)
    tokens.of('r')
    await vi.advanceTimersByTimeAsync(idleMs - 1)
    expect(tokens.has('r')).toBe(true)
    await vi.advanceTimersByTimeAsync(1)
    expect(tokens.has('r')).toBe(false)
    expect(() => tokens.of('r')).toThrow('token.notUnlocked')
    expect(events).toEqual(['unlock S1', 'lock S1'])
    expect(ended).toEqual(['r'])
  })

  it('replaces the one before, and all end with the program', async () => {
    const { token, events } = fakeToken()
    const tokens = createUnlockedTokens(token, () => undefined, idleMs)
    await tokens.unlock('r', { serialNumber: 'S1' }, '1234')
    await tokens.unlock('r', { serialNumber: 'S1' }, '1234')
    await tokens.unlock('q', { serialNumber: 'S2' }, '1234')
    await tokens.lockAll()
    expect(events).toEqual(['unlock S1', 'lock S1', 'unlock S1', 'unlock S2', 'lock S1', 'lock S2'])
  })
})

describe('two renewals on one token', () => {
  it('share its login, which ends with the last of them', async () => {
    const { token, events } = fakeToken()
    const tokens = createUnlockedTokens(token, () => undefined, idleMs)
    await tokens.unlock('r', { serialNumber: 'S1' }, '1234')
    await tokens.unlock('q', { serialNumber: 'S1' }, '1234')
    expect(tokens.of('r')).toBe(tokens.of('q'))
    await tokens.lock('r')
    expect([tokens.has('r'), tokens.has('q')]).toEqual([false, true])
    expect(events).toEqual(['unlock S1', 'lock S1', 'unlock S1'])
    await tokens.lock('q')
    expect(events.at(-1)).toBe('lock S1')
    expect(events).toHaveLength(4)
  })

  it('both ask for the PIN again when the second gives a wrong one', async () => {
    const { token } = fakeToken()
    const ended: string[] = []
    const tokens = createUnlockedTokens(token, (renewalId) => ended.push(renewalId), idleMs)
    await tokens.unlock('r', { serialNumber: 'S1' }, '1234')
    await expect(tokens.unlock('q', { serialNumber: 'S1' }, wrongPin)).rejects.toThrow('token.pinIncorrect')
    expect([tokens.has('r'), tokens.has('q'), ended]).toEqual([false, false, ['r']])
  })
})

describe('a key with two interfaces', () => {
  it('a login by one of them is none for the renewal that works by the other', async () => {
    const ended: string[] = []
    const { token, events } = fakeToken(['pkcs11', 'skf', 'skf'])
    const tokens = createUnlockedTokens(token, (renewalId) => ended.push(renewalId), idleMs)
    await tokens.unlock('rsa', { serialNumber: 'S1', publicKeySha256: 'a' }, '1234')
    await tokens.unlock('sm2', { serialNumber: 'S1', publicKeySha256: 'b' }, '1234')
    expect([tokens.has('rsa'), tokens.has('sm2'), ended]).toEqual([false, true, ['rsa']])
    await tokens.unlock('other sm2', { serialNumber: 'S1', publicKeySha256: 'c' }, '1234')
    expect([tokens.has('sm2'), tokens.has('other sm2'), ended]).toEqual([true, true, ['rsa']])
    expect(events).toEqual(['unlock S1', 'lock S1', 'unlock S1', 'lock S1', 'unlock S1'])
  })
})
