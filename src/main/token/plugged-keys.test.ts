import { expect, it } from 'vitest'
import type { ModuleState } from './module-state.ts'
import { asOneToken, pluggedKeys } from './plugged-keys.ts'
import { byPkcs11, bySkf, certified, told } from './testing/two-interfaces.ts'
import { showTokensOnce } from './unique-tokens.ts'

const [rsa, sm2] = [certified('rsa', 1), certified('sm2', 2)]
const keys = (...states: readonly ModuleState[]) =>
  pluggedKeys(showTokensOnce(states, () => undefined)).map(({ token, others }) =>
    [token, ...others].map(({ serialNumber }) => serialNumber),
  )

it('a key with two interfaces is one, named as PKCS#11 names it', () => {
  expect(keys(bySkf(told([sm2])), byPkcs11(told([rsa])))).toEqual([['A1', 'A1']])
  expect(keys(bySkf(told([sm2], { serialNumber: 'a-1' })), byPkcs11(told([rsa, sm2])))).toEqual([['A1', 'a-1']])
})

it('keys that are told by one interface each stay apart', () => {
  const apart = { serialNumber: 'B2', label: 'other' }
  expect(keys(bySkf(told([sm2])), byPkcs11(told([rsa], apart)))).toEqual([['B2'], ['A1']])
})

it('applications of one SKF device have PINs of their own, and stay apart', () => {
  const [one, two] = [told([sm2], { serialNumber: 'A1/one' }), told([rsa], { serialNumber: 'A1/two' })]
  expect(keys(bySkf(one, two), byPkcs11(told([certified('rsa', 5), rsa, sm2])))).toEqual([['A1'], ['A1/one']])
  expect(
    keys(bySkf(one, told([certified('sm2', 7), rsa], { serialNumber: 'A1/two' })), byPkcs11(told([rsa, sm2]))),
  ).toEqual([['A1'], ['A1/one'], ['A1/two']])
})

it('the key as one token holds everything, and its PIN is as bad as the worst that is known of it', () => {
  const pin = { state: 'ok', minLength: 6, maxLength: 16, initialised: true } as const
  const [pkcs11, skf] = [
    told([rsa], { freeBytes: 9000, pin }),
    told([sm2], { freeBytes: 5000, pin: { ...pin, state: 'final-try', triesLeft: 1 } }),
  ]
  expect(asOneToken({ token: pkcs11, others: [skf] })).toEqual({
    ...pkcs11,
    certificates: [rsa, sm2],
    freeBytes: 5000,
    pin: { ...pin, state: 'final-try' },
  })
  expect(asOneToken({ token: pkcs11, others: [] })).toBe(pkcs11)
})

it('how many tries are left is told only where every interface tells it, and a lock only where every one is locked', () => {
  const pin = { state: 'ok', minLength: 6, maxLength: 16, initialised: true } as const
  const of = (one: object, other: object) =>
    asOneToken({ token: told([], { pin: { ...pin, ...one } }), others: [told([], { pin: { ...pin, ...other } })] }).pin
  expect(of({ triesLeft: 5 }, { triesLeft: 3 })).toEqual({ ...pin, triesLeft: 3 })
  expect(of({}, { triesLeft: 3 })).toEqual(pin)
  expect(of({ triesLeft: 3 }, {})).toEqual(pin)
  expect(of({ state: 'locked' }, { state: 'locked' }).state).toBe('locked')
  // Nobody knows whether it is one PIN: it can be tried, and not by habit.
  expect([of({ state: 'locked' }, {}).state, of({}, { state: 'locked' }).state]).toEqual(['count-low', 'count-low'])
  expect(of({ state: 'final-try' }, { state: 'locked' }).state).toBe('final-try')
})
