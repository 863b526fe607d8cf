import { expect, it } from 'vitest'
import { channels } from '../../shared/ipc/channels.ts'
import { contract } from '../../shared/ipc/contract.ts'
import { maxSealImageBytes } from '../../shared/platform/schemas/seals.ts'
import { quietLog } from '../logging/testing/quiet-log.ts'
import { answer } from './answer.ts'
import { isSmallEnough } from './input-size.ts'
import { inputs } from './testing/samples.ts'
import { ownPage } from './testing/stand-ins.ts'

const limit = 2 * maxSealImageBytes
const long = 'x'.repeat(limit + 1)

it('lets through what the contract takes, to its largest', () => {
  for (const channel of channels) expect(isSmallEnough(inputs[channel]), channel).toBe(true)
  const image = 'A'.repeat(Math.ceil(maxSealImageBytes / 3) * 4)
  expect(contract['seals:put-image'].input.safeParse({ sealId: 'a', image }).success).toBe(true)
  expect(isSmallEnough({ sealId: 'a', image })).toBe(true)
  expect(isSmallEnough(Array.from({ length: limit / 2 }, () => 0))).toBe(true)
  for (const odd of [undefined, null, 1, Number.NaN, 2n, true, new Date(), [], {}])
    expect(isSmallEnough(odd)).toBe(true)
})

it.each([
  ['a text', long],
  ['a text in an object', { pin: long }],
  ['a name in an object', { [long]: 1 }],
  ['many short texts', Array.from({ length: 3 }, () => 'x'.repeat(limit / 2))],
  ['a list', Array.from({ length: limit + 1 }, () => 0)],
  ['a list that is only said to be long', Object.assign([], { length: 4_000_000_000 })],
  ['octets', new Uint8Array(limit + 1)],
  ['a buffer', new ArrayBuffer(limit + 1)],
  ['a map', new Map([['a', long]])],
  ['a set', new Set([[long]])],
])('refuses %s that is too much', (_, input) => {
  expect(isSmallEnough(input)).toBe(false)
})

it('looks into what is very deep, or bites its own tail, without falling', () => {
  let deep: object = {}
  for (let level = 0; level < 100_000; level += 1) deep = { deep }
  const circle: Record<string, unknown> = {}
  Object.assign(circle, { circle })
  expect([isSmallEnough(deep), isSmallEnough(circle)]).toEqual([true, true])
})

it('answers too much as it answers junk, and hides and parses nothing of it', async () => {
  const hidden: string[] = []
  const log = { ...quietLog(), hide: (secret: string) => () => void hidden.push(secret) }
  const input = { renewalId: '5e0e8c5c-7b1c-4f5e-9d2a-1f0b7c6d5e4f', pin: long }
  const result = await answer('renewal:initialise', { event: ownPage(), input }, {} as never, log)
  expect(result).toEqual({
    ok: false,
    failure: { code: 'ipc.invalidInput', details: { channel: 'renewal:initialise' } },
  })
  expect(hidden).toEqual([])
})
