import { expect, it } from 'vitest'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { byPkcs11, bySkf, told } from '../token/testing/two-interfaces.ts'
import { isFinalTry } from '../token/is-final-try.ts'
import type { ModuleState } from '../token/module-state.ts'
import { showTokensOnce } from '../token/unique-tokens.ts'
import { guardLogins, guardPins } from './final-try.ts'
import type { Logins } from './known-pins.ts'

const pin: TokenSnapshot['pin'] = { state: 'ok', minLength: 4, maxLength: 64, initialised: true }
const key = (changes: Partial<TokenSnapshot['pin']>) => told([], { pin: { ...pin, ...changes } })

/** A key in this state, and a user who agrees or not. */
function desk(modules: readonly ModuleState[], agrees: boolean) {
  const events: string[] = []
  const finalTry = {
    isFinal: (serialNumber: string) =>
      isFinalTry(
        showTokensOnce(modules, () => undefined),
        serialNumber,
      ),
    confirm: (cardNumber: string) => {
      events.push(`asked about ${cardNumber}`)
      return Promise.resolve(agrees)
    },
  }
  const note = (what: string) => () => {
    events.push(what)
    return Promise.resolve()
  }
  const tokens = { limits: () => pin, change: note('changed'), unblock: note('unblocked') }
  const logins: Logins = { unlock: note('unlocked') }
  return {
    events,
    unlock: () => guardLogins(logins, finalTry).unlock('A1', '12345678'),
    change: () => guardPins(tokens, finalTry).change('A1', { pin: '12345678', newPin: 'Kite-5927' }),
  }
}

it.each([
  ['says that it is the last', [byPkcs11(key({ state: 'final-try' }))]],
  ['counts one left', [bySkf(key({ state: 'count-low', triesLeft: 1 }))]],
  ['says so by its other interface only', [byPkcs11(key({})), bySkf(key({ triesLeft: 1 }))]],
])('no page can use up the last try of a PIN: the user is asked where the key %s', async (_what, modules) => {
  const refused = desk(modules, false)
  await expect(refused.unlock()).rejects.toThrow('token.pinFinalTry')
  await expect(refused.change()).rejects.toThrow('token.pinFinalTry')
  expect(refused.events).toEqual(['asked about A1', 'asked about A1'])
  const agreed = desk(modules, true)
  await agreed.unlock()
  await agreed.change()
  expect(agreed.events).toEqual(['asked about A1', 'unlocked', 'asked about A1', 'changed'])
})

it.each([
  ['has more than one', [bySkf(key({ state: 'count-low', triesLeft: 2 }))]],
  ['does not tell', [byPkcs11(key({ state: 'count-low' }))]],
  ['is locked, which it says itself', [byPkcs11(key({ state: 'locked' }))]],
  ['is not there', []],
  ['is another one', [byPkcs11({ ...key({ state: 'final-try' }), serialNumber: 'B2' })]],
])('asks nothing where the key %s', async (_what, modules) => {
  const { unlock, change, events } = desk(modules, false)
  await unlock()
  await change()
  expect(events).toEqual(['unlocked', 'changed'])
})
