import { expect, it } from 'vitest'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { isFinalTry } from './is-final-try.ts'
import type { ModuleState } from './module-state.ts'
import { byPkcs11, bySkf, certified, told } from './testing/two-interfaces.ts'
import { showTokensOnce } from './unique-tokens.ts'

const pin: TokenSnapshot['pin'] = { state: 'ok', minLength: 4, maxLength: 64, initialised: true }
const key = (changes: Partial<TokenSnapshot['pin']>) => told([], { pin: { ...pin, ...changes } })
const isFinal = (modules: readonly ModuleState[]) =>
  isFinalTry(
    showTokensOnce(modules, () => undefined),
    'A1',
  )

const sm2 = certified('sm2', 1)
const otherwiseNamed = told([sm2], { serialNumber: 'a-1', pin: { ...pin, triesLeft: 1 } })

it.each([
  ['says that it is the last', [byPkcs11(key({ state: 'final-try' }))]],
  ['counts one left', [bySkf(key({ state: 'count-low', triesLeft: 1 }))]],
  ['says so by its other interface only', [byPkcs11(key({})), bySkf(key({ triesLeft: 1 }))]],
  [
    'says so by its other interface, under another name',
    [byPkcs11(told([sm2, certified('rsa', 2)])), bySkf(otherwiseNamed)],
  ],
])('one try is left where a key %s', (_what, modules) => {
  expect(isFinal(modules)).toBe(true)
})

it.each([
  ['has more than one', [bySkf(key({ state: 'count-low', triesLeft: 2 }))]],
  ['does not tell', [byPkcs11(key({ state: 'count-low' }))]],
  ['is locked, which it says itself', [byPkcs11(key({ state: 'locked' }))]],
  ['is not there', []],
  ['is another one', [byPkcs11({ ...key({ state: 'final-try' }), serialNumber: 'B2' })]],
])('nothing is said of a last try where a key %s', (_what, modules) => {
  expect(isFinal(modules)).toBe(false)
})
