import { describe, expect, it } from 'vitest'
import type { ModuleState } from './module-state.ts'
import { byPkcs11, bySkf, certified, told } from './testing/two-interfaces.ts'
import { showTokensOnce } from './unique-tokens.ts'

const [rsa, rsaEncryption] = [certified('rsa', 1), certified('rsa', 2, 'encryption')]
const [sm2, sm2Encryption] = [certified('sm2', 3), certified('sm2', 4, 'encryption')]
const names = new Map([
  [rsa.value, 'RSA'],
  [rsaEncryption.value, 'RSA encryption'],
  [sm2.value, 'SM2'],
  [sm2Encryption.value, 'SM2 encryption'],
])

/** What each token that is shown is left with, by PKCS#11 first. */
function shown(...states: readonly ModuleState[]): readonly (readonly string[])[] {
  const once = (list: readonly ModuleState[]) =>
    showTokensOnce(list, () => undefined).flatMap(({ tokens }) =>
      tokens.map(({ certificates }) => certificates.map(({ value }) => names.get(value) ?? '?')),
    )
  // Whichever module was found first.
  expect(
    once([...states].reverse())
      .map(String)
      .sort(),
  ).toEqual(once(states).map(String).sort())
  return once(states)
}

const other = { serialNumber: 'B-2', label: 'other' }

describe('a key that both interfaces tell of', () => {
  it('has its SM2 certificates by SKF and all others by PKCS#11', () => {
    expect(
      shown(byPkcs11(told([rsa, rsaEncryption, sm2])), bySkf(told([rsa, rsaEncryption, sm2, sm2Encryption]))),
    ).toEqual([
      ['RSA', 'RSA encryption'],
      ['SM2', 'SM2 encryption'],
    ])
  })

  it('is a mixed key: RSA by PKCS#11 and an SM2 pair by SKF, neither of which the other tells', () => {
    expect(shown(byPkcs11(told([rsa])), bySkf(told([sm2, sm2Encryption])))).toEqual([
      ['RSA'],
      ['SM2', 'SM2 encryption'],
    ])
  })

  it.each([
    ['all of it is SM2', [sm2, sm2Encryption], [sm2, sm2Encryption], [['SM2', 'SM2 encryption']]],
    ['all of it is RSA', [rsa], [rsa], [['RSA']]],
    ['PKCS#11 tells nothing', [], [sm2], [['SM2']]],
    ['SKF tells nothing', [rsa], [], [['RSA']]],
    ['only PKCS#11 tells an SM2 certificate', [sm2], [], [['SM2']]],
    ['only SKF tells an RSA certificate', [], [rsa], [['RSA']]],
    ['it is empty', [], [], [[]]],
  ] as const)('is shown once where %s', (_what, pkcs11, skf, expected) => {
    expect(shown(byPkcs11(told(pkcs11)), bySkf(told(skf)))).toEqual(expected)
  })

  it('is left to the interface that sees the key, where the other one misses it', () => {
    const keyless = { ...rsa, key: 'missing' as const }
    expect(shown(byPkcs11(told([keyless])), bySkf(told([rsa])))).toEqual([['RSA']])
    const [left] = showTokensOnce([byPkcs11(told([keyless])), bySkf(told([rsa]))], () => undefined)
    expect(left?.tokens).toEqual([])
  })

  it('may have another serial number by each: a certificate that only one key can hold makes it one', () => {
    expect(shown(byPkcs11(told([rsa, sm2])), bySkf(told([sm2], other)))).toEqual([['RSA'], ['SM2']])
    expect(shown(byPkcs11(told([sm2])), bySkf(told([sm2, sm2Encryption], other)))).toEqual([['SM2', 'SM2 encryption']])
  })

  it('tells what else it is called, and what it leaves to the other interface', () => {
    const [pkcs11, skf] = showTokensOnce([byPkcs11(told([rsa, sm2])), bySkf(told([sm2], other))], () => undefined)
    expect(pkcs11?.tokens).toEqual([
      {
        ...told([rsa, sm2]),
        certificates: [rsa],
        answeredElsewhere: [sm2],
        alsoKnownAs: ['B-2'],
        otherPins: [told([]).pin],
      },
    ])
    expect(skf?.tokens).toEqual([
      {
        ...told([sm2], other),
        certificates: [sm2],
        answeredElsewhere: [],
        alsoKnownAs: ['A1'],
        otherPins: [told([]).pin],
      },
    ])
  })

  it('has one name more for each application of an SKF device', () => {
    const [first, second] = [
      told([sm2], { serialNumber: 'A1/one' }),
      told([sm2Encryption, rsa], { serialNumber: 'A1/two' }),
    ]
    const [pkcs11, skf] = showTokensOnce([byPkcs11(told([rsa, sm2])), bySkf(first, second)], () => undefined)
    expect(pkcs11?.tokens[0]?.alsoKnownAs).toEqual(['A1/one', 'A1/two'])
    expect(skf?.tokens.map(({ alsoKnownAs }) => alsoKnownAs)).toEqual([['A1'], ['A1']])
  })
})

describe('two keys', () => {
  it.each([
    ['share an encryption certificate, whose key was restored onto the second', rsaEncryption],
    ['hold the same CA certificate', certified('rsa', 9, 'ca')],
    ['hold the same octets that are no certificate', { ...rsa, value: Uint8Array.of(1, 2, 3) }],
    ['hold an empty certificate', { ...rsa, value: new Uint8Array() }],
  ])('stay two although they %s', (_what, shared) => {
    expect(shown(byPkcs11(told([shared])), bySkf(told([shared], other)))).toHaveLength(2)
  })

  it('stay two with one serial number and nothing else in common', () => {
    expect(shown(byPkcs11(told([rsa])), bySkf(told([sm2], { label: 'other' })))).toEqual([['RSA'], ['SM2']])
    expect(shown(byPkcs11(told([])), bySkf(told([], { label: 'other' })))).toEqual([[], []])
  })

  it('of one interface are compared as before: SKF modules that both tell of a key leave it to one', () => {
    const second = { ...bySkf(told([sm2])), path: '/other-skf.so' }
    expect(shown(bySkf(told([sm2])), second)).toEqual([['SM2']])
  })
})
