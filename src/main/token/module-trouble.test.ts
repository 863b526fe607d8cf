import { expect, it } from 'vitest'
import type { Failure } from '../../shared/failure.ts'
import { createModuleTrouble } from './module-trouble.ts'

const crash: Failure = { code: 'token.crashed', details: { operation: 'list', signal: 'SIGSEGV' } }
const hang: Failure = { code: 'token.timeout', details: { operation: 'list', afterMs: 30_000 } }
const minute = 60_000

function trouble({ isProven = true } = {}) {
  let time = 0
  const module = createModuleTrouble(() => new Date(time))
  if (isProven) module.proven()
  return (failure: Failure, at = 0) => {
    time = at
    return module.ended(failure)
  }
}

it('gives a module no second try that ends its process before it has worked once', () => {
  expect(trouble({ isProven: false })(crash)).toBe('crashed')
  expect(trouble({ isProven: false })(hang)).toBe('hung')
})

it('lets one that has worked crash twice in ten minutes, not three times', () => {
  const ended = trouble()
  expect([ended(crash), ended(crash, 5 * minute), ended(crash, 9 * minute)]).toEqual([undefined, undefined, 'repeated'])
})

it('forgets crashes after ten minutes', () => {
  const ended = trouble()
  const all = [0, 1, 10.5, 11.5, 12].map((at) => ended(crash, at * minute))
  expect(all).toEqual([undefined, undefined, undefined, undefined, 'repeated'])
})

it('does not hold a hang in use against a module', () => {
  const ended = trouble()
  expect([hang, hang, hang, hang].map((failure) => ended(failure))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

it.each([
  { signal: 'SIGTERM' },
  { signal: 'SIGHUP' },
  { exitCode: 143 },
  { exitCode: 15 },
  { exitCode: 0x4001_0004 },
  { detail: 'notStarted' },
])('does not blame a module for what others did: %o', (details) => {
  expect(
    trouble({ isProven: false })({ code: 'token.crashed', details: { operation: 'open', ...details } }),
  ).toBeUndefined()
})

it.each([{ signal: 'SIGABRT' }, { exitCode: 1 }, { exitCode: 0xc000_0005 }])(
  'blames it for its own ends: %o',
  (details) => {
    expect(trouble({ isProven: false })({ code: 'token.crashed', details: { operation: 'open', ...details } })).toBe(
      'crashed',
    )
  },
)

it('does not blame a module when the user did not want to wait for it', () => {
  expect(trouble({ isProven: false })({ code: 'token.waitStopped', details: { operation: 'open' } })).toBeUndefined()
})
