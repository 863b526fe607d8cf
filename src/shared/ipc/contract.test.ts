import { describe, expect, it } from 'vitest'
import { errorCodes } from '../error-codes.ts'
import { renewalStates } from '../renewal-steps.ts'
import { certificateStatuses } from '../validity.ts'
import { channels, events } from './channels.ts'
import { contract, eventContract } from './contract.ts'
import { Certificate, FailureModel, Renewal } from './models.ts'

it('has a schema both ways for each channel, and for no other', () => {
  expect(Object.keys(contract).sort()).toEqual([...channels].sort())
  expect(Object.values(contract).map((schemas) => Object.keys(schemas))).toEqual(
    channels.map(() => ['input', 'output']),
  )
})

it('has a schema for each event, and for no other', () => {
  expect(Object.keys(eventContract).sort()).toEqual([...events].sort())
})

it('names channels and events noun:verb, each once', () => {
  const names = [...channels, ...events]
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z]+:[a-z]+(-[a-z]+)*$/)
})

describe.each(channels)('%s', (channel) => {
  it('takes an object and no field that is not declared', () => {
    const { input } = contract[channel]
    for (const junk of [undefined, null, 7, 'text', [], { undeclared: 1 }])
      expect(input.safeParse(junk).success).toBe(false)
    const issues = input.safeParse({ undeclared: 1 }).error?.issues ?? []
    expect(issues.some(({ code }) => code === 'unrecognized_keys')).toBe(true)
  })
})

it('carries every state and status there is', () => {
  expect(Renewal.shape.state.options).toEqual(renewalStates)
  expect(Certificate.shape.status.options).toEqual(certificateStatuses)
  expect(FailureModel.shape.code.options).toEqual(errorCodes)
})

it('has each error code once, as area.reason', () => {
  expect(new Set(errorCodes).size).toBe(errorCodes.length)
  for (const code of errorCodes) expect(code).toMatch(/^(internal|[a-z]+\.[a-z][A-Za-z0-9]*)$/)
})

it('carries numbers and short words as details of a failure, never a sentence’s length or an object', () => {
  const carries = (details: unknown) => FailureModel.safeParse({ code: 'internal', details }).success
  expect(carries({ triesLeft: 2, ckr: 'CKR_PIN_LOCKED', hard: true })).toBe(true)
  expect([
    carries({ text: 'x'.repeat(201) }),
    carries({ cause: {} }),
    carries({ at: new Date() }),
    carries([]),
  ]).toEqual([false, false, false, false])
})
