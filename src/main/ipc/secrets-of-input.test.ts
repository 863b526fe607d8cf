import { expect, it } from 'vitest'
import * as z from 'zod'
import { channels } from '../../shared/ipc/channels.ts'
import { contract } from '../../shared/ipc/contract.ts'
import { secretsOfInput } from './secrets-of-input.ts'
import { inputs } from './testing/samples.ts'

it('finds each secret of the contract, and nothing else', () => {
  const found = channels.flatMap((channel) => {
    const secrets = secretsOfInput(contract[channel].input, inputs[channel])
    return secrets.length === 0 ? [] : [[channel, ...secrets]]
  })
  expect(Object.fromEntries(found.map(([channel, ...secrets]) => [channel, secrets]))).toEqual({
    'signing:prove': ['12345678'],
    'signing:sign-file': ['12345678'],
    'pin:change': ['12345678', 'Kite-5927'],
    'pin:unblock': ['87654321', 'Kite-5927'],
    'account:login': ['secret'],
    'renewal:verify-sms': ['123456'],
    'renewal:initialise': ['12345678'],
    'renewal:execute': ['12345678'],
  })
})

it('leaves no field unmarked whose name says that it is secret', () => {
  // The code of a 诊断包 is there to be read out.
  const asked = channels.filter((channel) => !channel.startsWith('diagnostics:'))
  const named = asked.flatMap((channel) => {
    const { input } = contract[channel]
    const fields = input instanceof z.ZodObject ? Object.keys(input.shape) : []
    return fields
      .filter((field) => /pin$|password|^code$|secret/i.test(field))
      .map((field) => [channel, field] as const)
  })
  for (const [channel, field] of named) {
    expect(secretsOfInput(contract[channel].input, { [field]: 'x'.repeat(9) }), channel).toEqual(['x'.repeat(9)])
  }
  expect(named.length).toBeGreaterThan(8)
})

it('finds them in what is refused as well', () => {
  const { input } = contract['renewal:verify-sms']
  expect(secretsOfInput(input, { code: 'no digits', undeclared: 1 })).toEqual(['no digits'])
  for (const junk of [undefined, null, 7, 'text', [], { code: 7 }]) expect(secretsOfInput(input, junk)).toEqual([])
})
