import { expect, it } from 'vitest'
import { guardLogins, guardPins } from './final-try.ts'
import type { Logins } from './known-pins.ts'

/** A key with one try left or more, and a user who agrees or not. */
function desk({ isFinal, agrees }: { readonly isFinal: boolean; readonly agrees: boolean }) {
  const events: string[] = []
  const note = (what: string) => () => {
    events.push(what)
    return Promise.resolve()
  }
  const finalTry = {
    isFinal: (serialNumber: string) => Promise.resolve(serialNumber === 'A1' && isFinal),
    confirm: (cardNumber: string) => {
      events.push(`asked about ${cardNumber}`)
      return Promise.resolve(agrees)
    },
  }
  const logins: Logins = { unlock: note('unlocked') }
  const limits = () => ({ minLength: 4, maxLength: 64 })
  const tokens = { limits, change: note('changed'), unblock: note('unblocked') }
  return {
    events,
    unlock: () => guardLogins(logins, finalTry).unlock('A1', '12345678'),
    change: () => guardPins(tokens, finalTry).change('A1', { pin: '12345678', newPin: 'Kite-5927' }),
  }
}

it('no page can use up the last try of a PIN: main asks the user, for a login and for a change', async () => {
  const { events, unlock, change } = desk({ isFinal: true, agrees: false })
  await expect(unlock()).rejects.toThrow('token.pinFinalTry')
  await expect(change()).rejects.toThrow('token.pinFinalTry')
  expect(events).toEqual(['asked about A1', 'asked about A1'])
})

it('the last try is used when the user agrees', async () => {
  const { events, unlock, change } = desk({ isFinal: true, agrees: true })
  await unlock()
  await change()
  expect(events).toEqual(['asked about A1', 'unlocked', 'asked about A1', 'changed'])
})

it('nobody is asked while there are more', async () => {
  const { events, unlock, change } = desk({ isFinal: false, agrees: false })
  await unlock()
  await change()
  expect(events).toEqual(['unlocked', 'changed'])
})
