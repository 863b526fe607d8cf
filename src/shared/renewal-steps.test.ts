import { describe, expect, it } from 'vitest'
import { isFinished, mayFollow, renewalStates, wizardStep, type RenewalState } from './renewal-steps.ts'

const unfinished = renewalStates.filter((state) => !isFinished(state))
const following = (state: RenewalState) => renewalStates.filter((next) => mayFollow(state, next))

it('finishes as completed or abandoned, and nothing follows then', () => {
  expect(renewalStates.filter(isFinished)).toEqual(['completed', 'abandoned'])
  expect([...following('completed'), ...following('abandoned')]).toEqual([])
})

describe.each(unfinished)('%s', (state) => {
  it('may be abandoned, unless the platform has it confirmed', () => {
    expect(mayFollow(state, 'abandoned')).toBe(state !== 'confirmed')
  })

  it('goes one step on, or past the encryption certificate, and back at most to a renewed order', () => {
    const here = renewalStates.indexOf(state)
    const others = following(state).filter((next) => next !== 'abandoned' && next !== state)
    const forward = others.filter((next) => renewalStates.indexOf(next) > here)
    const passes = state === 'signing-written' ? ['proved'] : []
    expect(forward).toEqual([renewalStates[here + 1], ...passes])
    const mayGoBack = state === 'verified' || state === 'key-intended'
    expect(others.filter((next) => renewalStates.indexOf(next) < here)).toEqual(mayGoBack ? ['order'] : [])
  })

  it('may be completed step by step', () => {
    let at: RenewalState = state
    for (let steps = 0; !isFinished(at) && steps < renewalStates.length; steps += 1) {
      const before: RenewalState = at
      at = following(before).find((next) => renewalStates.indexOf(next) > renewalStates.indexOf(before)) ?? before
    }
    expect(at).toBe('completed')
  })
})

it('may be begun again only before something was made or written', () => {
  expect(renewalStates.filter((state) => mayFollow(state, state))).toEqual(['order', 'key-intended'])
})

it('is removed from the token only after it was confirmed', () => {
  expect(renewalStates.filter((state) => mayFollow(state, 'completed'))).toEqual(['confirmed'])
})

it('has a page of the wizard for every state, in the order of the wizard', () => {
  expect(renewalStates.map((state) => `${state}: ${wizardStep(state)}`)).toEqual([
    'started: verify',
    'order: verify',
    'verified: initialise',
    'key-intended: initialise',
    'key-made: execute',
    'submitted: execute',
    'issued: execute',
    'signing-written: execute',
    'encryption-written: execute',
    'proved: execute',
    'confirmed: execute',
    'completed: result',
    'abandoned: result',
  ])
})
