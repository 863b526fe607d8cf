import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TokenInterface, TokenOperation, TokenRequestMessage, TokenSnapshot } from '../../shared/token/messages.ts'
import { toFailure } from '../app-error.ts'
import { createTokenClaims } from './token-claims.ts'
import { createToken } from './token-adapter.ts'
import { createTokenModules } from './token-modules.ts'
import { createTokenPins } from './token-pins.ts'
import { certified, publicKeyOf, told } from './testing/two-interfaces.ts'
import type { WorkerSpawner } from './worker-handle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const [rsa, sm2] = [certified('rsa', 1), certified('sm2', 2)]
const paths: Readonly<Record<TokenInterface, string>> = { pkcs11: '/pkcs11.so', skf: '/skf.so' }

/** A key, told of by one driver of each interface. The workers answer at once, and refuse these operations. */
async function plugIn(
  tokens: Readonly<Record<TokenInterface, readonly TokenSnapshot[]>>,
  refused: readonly TokenOperation[] = [],
) {
  const asked: string[] = []
  let triesLeft = 10
  const counted = (one: TokenSnapshot) => (refused.length === 0 ? one : { ...one, pin: { ...one.pin, triesLeft } })
  const spawn: WorkerSpawner = (kind) => {
    const spoken = kind === 'skf' ? 'skf' : 'pkcs11'
    let tell: (message: unknown) => void = () => undefined
    return {
      pid: 1,
      send: ({ id, operation, input }: TokenRequestMessage) => {
        const names = 'serialNumber' in input ? [input.serialNumber] : []
        asked.push([spoken, operation, ...names].join(' '))
        const value =
          operation === 'list' ? { tokens: tokens[spoken].map(counted) } : operation === 'poll' ? { slots: [] } : {}
        if (!refused.includes(operation)) tell({ id, ok: true, value })
        else tell({ id, ok: false, failure: { code: (triesLeft -= 1) && 'token.pinIncorrect' } })
      },
      onMessage: (listener) => void (tell = listener),
      onExit: () => undefined,
      kill: () => undefined,
    }
  }
  const modules = createTokenModules({ spawn, changed: () => undefined })
  modules.use((['pkcs11', 'skf'] as const).map((spoken) => ({ path: paths[spoken], interface: spoken })))
  await modules.refresh()
  const claims = createTokenClaims()
  asked.length = 0
  const known = () => modules.states()[0]?.tokens[0]?.pin.triesLeft
  return {
    modules,
    asked,
    left: () => triesLeft,
    known,
    token: createToken(modules, claims),
    pins: createTokenPins(modules, claims),
  }
}

const mixed = { pkcs11: [told([rsa])], skf: [told([sm2])] }
const otherwiseWritten = { pkcs11: [told([rsa, sm2])], skf: [told([sm2], { serialNumber: 'a-1' })] }
const pin = '12345678'

it('a login goes to the interface that works with the key that is meant', async () => {
  const { token, asked } = await plugIn(mixed)
  const one = await token.unlock('A1', pin, publicKeyOf(sm2))
  expect([one.interface, asked]).toEqual(['skf', ['skf unlock A1']])
  await one.lock()
  asked.length = 0
  const other = await token.unlock('A1', pin, publicKeyOf(rsa))
  expect([other.interface, asked]).toEqual(['pkcs11', ['pkcs11 unlock A1']])
})

it.each([
  ['one serial number', mixed, 'A1'],
  ['two serial numbers', otherwiseWritten, 'a-1'],
])('there is never a second login on a key with %s, by whichever interface', async (_what, key, skfName) => {
  const { token, pins, asked } = await plugIn(key)
  const login = await token.unlock(skfName, pin, publicKeyOf(sm2))
  await expect(token.unlock('A1', pin, publicKeyOf(rsa))).rejects.toThrow('token.busy')
  await expect(pins.change('A1', { pin, newPin: pin })).rejects.toThrow('token.busy')
  expect(asked.filter((operation) => /unlock|changePin/.test(operation))).toEqual([`skf unlock ${skfName}`])
  await login.lock()
  await (await token.unlock('A1', pin, publicKeyOf(rsa))).lock()
  expect(asked).toContain('pkcs11 unlock A1')
})

it('nor while its PIN is being changed by the other interface', async () => {
  const { token, pins } = await plugIn(otherwiseWritten)
  const changing = pins.change('A1', { pin, newPin: pin })
  await expect(token.unlock('a-1', pin, publicKeyOf(sm2))).rejects.toThrow('token.busy')
  await changing
})

it('after a PIN that was refused nobody may try again before it is known how many tries are left', async () => {
  const { token, pins, left, known } = await plugIn(mixed, ['unlock', 'changePin'])
  const tries = [
    () => token.unlock('A1', pin, publicKeyOf(sm2)),
    () => pins.change('A1', { pin, newPin: pin }),
  ] as const
  for (const tryPin of tries) {
    const codes = new Set<string>()
    const begun = left()
    const first = tryPin().catch(toFailure)
    while (left() > begun - 2) {
      const isKnown = known() === left()
      const { code } = toFailure(await tryPin().catch((error: unknown) => error))
      codes.add(`${code}, ${isKnown ? 'known' : 'not known'}`)
    }
    await first
    expect(codes).toContain('token.busy, not known')
    expect(codes).toContain('token.pinIncorrect, known')
    expect(codes).not.toContain('token.pinIncorrect, not known')
  }
})

it('the other interface is asked nothing while somebody works with the key, and everything afterwards', async () => {
  const { token, modules, asked } = await plugIn(otherwiseWritten)
  const login = await token.unlock('A1', pin, publicKeyOf(rsa))
  asked.length = 0
  await modules.refresh('glance')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toEqual(['pkcs11 list'])
  asked.length = 0
  await login.lock()
  expect(asked).toContain('skf list')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toContain('skf poll')
})

it('the PIN is managed by PKCS#11, where that tells of the key, else by SKF', async () => {
  const { pins, asked } = await plugIn(mixed)
  await pins.change('A1', { pin, newPin: pin })
  expect(asked[0]).toBe('pkcs11 changePin A1')
  const alone = await plugIn({ pkcs11: [told([sm2])], skf: [told([sm2])] })
  await alone.pins.change('A1', { pin, newPin: pin })
  expect(alone.asked[0]).toBe('skf changePin A1')
})

it('two keys that share nothing but a serial number: one login at a time, by its key; no PIN is managed', async () => {
  const { token, pins } = await plugIn({ pkcs11: [told([rsa])], skf: [told([sm2], { label: 'other' })] })
  const login = await token.unlock('A1', pin, publicKeyOf(sm2))
  expect(login.interface).toBe('skf')
  await expect(token.unlock('A1', pin, publicKeyOf(rsa))).rejects.toThrow('token.busy')
  await login.lock()
  await expect(token.unlock('A1', pin)).rejects.toThrow('token.sameSerial')
  await expect(pins.change('A1', { pin, newPin: pin })).rejects.toThrow('token.sameSerial')
})

it('two tokens of one interface with one serial number are not told apart by a public key', async () => {
  const { token } = await plugIn({ pkcs11: [], skf: [told([sm2]), told([certified('sm2', 5)], { label: 'other' })] })
  await expect(token.unlock('A1', pin, publicKeyOf(sm2))).rejects.toThrow('token.sameSerial')
})

it('an id that PKCS#11 uses twice names no pair, although SKF answers for one of the two', async () => {
  const twice = { ...sm2, id: rsa.id }
  const { token } = await plugIn({ pkcs11: [told([rsa, twice])], skf: [told([sm2])] })
  expect(await token.findPair(publicKeyOf(rsa))).toMatchObject({ id: rsa.id, isIdShared: true })
  expect(await token.findPair(publicKeyOf(sm2))).toMatchObject({ id: sm2.id, isIdShared: false })
})

it('a module that is spoken to otherwise from now on is another module', async () => {
  const { modules, asked } = await plugIn(mixed)
  modules.use([{ path: paths.pkcs11, interface: 'skf' }])
  await modules.refresh()
  expect(asked).toContain('skf list')
  expect(modules.states().map(({ interface: spoken }) => spoken)).toEqual(['skf'])
})
