import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenPinRules, isKnownPin, pinLengths, pinRules, type PinPolicy, type PinRules } from './pin-policy.ts'

const policy: PinPolicy = { minLength: 6, requiredClasses: [], knownPins: ['111111', '12345678', 'abc123', 'k7m2qz'] }
const limits = { minLength: 4, maxLength: 16 }
const rules = (changes: Partial<PinRules> = {}): PinRules => ({ policy, limits, ...changes })

describe('a new PIN', () => {
  it.each([
    ['Kite-5927', []],
    ['730519', []],
    ['k7m2q', ['length']],
    ['a7'.padEnd(17, 'x-9'), ['length']],
    ['K7M2QZ', ['known']],
    ['12345678', ['known', 'pattern']],
    ['888888', ['pattern']],
    ['121212', ['pattern']],
    ['2929292', ['pattern']],
    ['876543', ['pattern']],
    ['fghijk', ['pattern']],
    ['密码口令', ['characters']],
    ['密码口令证书', ['length', 'characters']],
    ['k7m 2qx', ['characters']],
    ['１２３４５９', ['length', 'characters']],
    ['', ['length', 'characters', 'known', 'pattern', 'different']],
  ])('%s breaks %j', (pin, broken) => {
    expect(brokenPinRules(pin, rules())).toEqual(broken)
  })

  it('is another one than before, where that one is known', () => {
    expect(brokenPinRules('Kite-5927', rules({ oldPin: 'Kite-5927' }))).toEqual(['different'])
    expect(brokenPinRules('Kite-5927', rules({ oldPin: 'kite-5927' }))).toEqual([])
  })

  it('has the kinds of characters that the policy wants', () => {
    const strict = { ...policy, requiredClasses: ['digit', 'lower', 'upper', 'symbol'] as const }
    const broken = ['kite-5927', 'KITE-5927', 'Kite.Moon', 'Kite5927', 'Kite-5927'].map((pin) =>
      brokenPinRules(pin, rules({ policy: strict })),
    )
    expect(broken).toEqual([['classes'], ['classes'], ['classes'], ['classes'], []])
  })

  it('breaks a rule of this list for every text, in this order, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), fc.integer(), (pin, minLength, maxLength) => {
        const broken = brokenPinRules(pin, rules({ limits: { minLength, maxLength } }))
        expect(pinRules.filter((rule) => broken.includes(rule))).toEqual(broken)
      }),
    )
  })

  it('keeps the rule of length exactly within what is shown', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(60), (minLength, maxLength, length) => {
        const both = rules({ limits: { minLength, maxLength } })
        const { min, max = Infinity } = pinLengths(both)
        const breaks = brokenPinRules('x'.repeat(length), both).includes('length')
        expect(breaks).toBe(length < min || length > max)
        if (maxLength > 0 && minLength <= maxLength) expect(min).toBeLessThanOrEqual(maxLength)
      }),
    )
  })
})

describe('the length to show', () => {
  it.each([
    [
      { minLength: 4, maxLength: 16 },
      { min: 6, max: 16 },
    ],
    [
      { minLength: 8, maxLength: 12 },
      { min: 8, max: 12 },
    ],
    [
      { minLength: 4, maxLength: 4 },
      { min: 4, max: 4 },
    ],
    [{ minLength: 0, maxLength: 0 }, { min: 6 }],
    [{ minLength: 4, maxLength: 4294967295 }, { min: 6 }],
  ])('of a token with %j', (token, shown) => {
    expect(pinLengths(rules({ limits: token }))).toEqual(shown)
  })
})

it('knows a PIN whatever its case', () => {
  expect([isKnownPin('ABC123', policy), isKnownPin('abc1234', policy)]).toEqual([true, false])
})
