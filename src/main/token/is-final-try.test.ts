import { expect, it } from 'vitest'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { isFinalTry } from './is-final-try.ts'
import type { ModuleState } from './module-state.ts'
import { byPkcs11, bySkf, certified, told } from './testing/two-interfaces.ts'
import { showTokensOnce } from './unique-tokens.ts'

const pin: TokenSnapshot['pin'] = { state: 'ok', minLength: 4, maxLength: 64, initialised: true }
const key = (changes: Partial<TokenSnapshot['pin']>) => told([], { pin: { ...pin, ...changes } })

/** As the modules tell it now, and once they were asked. */
function isFinal(now: readonly ModuleState[], asked = now): Promise<boolean> {
  let states = now
  const refresh = () => {
    states = asked
    return Promise.resolve()
  }
  return isFinalTry({ states: () => showTokensOnce(states, () => undefined), refresh }, 'A1')
}

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
])('one try is left where a key %s', async (_what, modules) => {
  expect(await isFinal(modules)).toBe(true)
})

it('a key that was only glanced at by SKF is asked, by whichever interface it is known', async () => {
  const last = key({ state: 'final-try', triesLeft: 1 })
  expect(await isFinal([bySkf(key({}))], [bySkf(last)])).toBe(true)
  expect(await isFinal([byPkcs11(key({})), bySkf(key({}))], [byPkcs11(key({})), bySkf(last)])).toBe(true)
})

it('what was told is not asked again', async () => {
  expect(await isFinal([bySkf(key({ triesLeft: 2 }))], [bySkf(key({ triesLeft: 1 }))])).toBe(false)
  expect(await isFinal([byPkcs11(key({}))], [byPkcs11(key({ state: 'final-try' }))])).toBe(false)
})

it.each([
  ['has more than one', [bySkf(key({ state: 'count-low', triesLeft: 2 }))]],
  ['does not tell', [byPkcs11(key({ state: 'count-low' }))]],
  ['is locked, which it says itself', [byPkcs11(key({ state: 'locked' }))]],
  ['is not there', []],
  ['is another one', [byPkcs11({ ...key({ state: 'final-try' }), serialNumber: 'B2' })]],
])('nothing is said of a last try where a key %s', async (_what, modules) => {
  expect(await isFinal(modules)).toBe(false)
})
