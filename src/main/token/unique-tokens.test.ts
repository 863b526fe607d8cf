import { expect, it } from 'vitest'
import { moduleWith, storedCertificate, tokenWith } from '../certificates/testing/stored-certificate.ts'
import type { ModuleState } from './module-state.ts'
import { showTokensOnce } from './unique-tokens.ts'

const certificate = (octet: number) => storedCertificate(Uint8Array.of(octet))
const labelled = (label: string, serialNumber = 'A1', ...octets: number[]) => ({
  ...tokenWith(octets.map(certificate), serialNumber),
  label,
})
const first = (...tokens: ModuleState['tokens']) => moduleWith(tokens, { path: '/first.so' })
const second = (...tokens: ModuleState['tokens']) => moduleWith(tokens, { path: '/second.so' })

/** For each module: how many tokens it is left with. */
function shown(states: readonly ModuleState[], preferred?: string): readonly number[] {
  return showTokensOnce(states, () => preferred).map(({ tokens }) => tokens.length)
}

it('leaves a token that two modules show to the first', () => {
  expect(shown([first(labelled('L')), second(labelled('L'))])).toEqual([1, 0])
})

it('leaves it to the one that shows more certificates', () => {
  expect(shown([first(labelled('L', 'A1', 1)), second(labelled('L', 'A1', 1, 2))])).toEqual([0, 1])
})

it('leaves it to the one that has answered for it before', () => {
  const states = [first(labelled('L', 'A1', 1, 2)), second(labelled('L'))]
  expect(shown(states, '/second.so')).toEqual([0, 1])
  expect(shown(states, '/third.so')).toEqual([1, 0])
})

it('knows it by a certificate where the modules word its label differently', () => {
  expect(shown([first(labelled('one', 'A1', 7)), second(labelled('other', 'A1', 7))])).toEqual([1, 0])
  expect(shown([first(labelled('one', 'A1', 7)), second(labelled('other', 'A1', 8))])).toEqual([1, 1])
})

it('does not take an empty certificate for one that both hold', () => {
  const empty = storedCertificate(new Uint8Array())
  const [one, other] = [tokenWith([empty]), { ...tokenWith([empty]), label: 'other' }]
  expect(shown([first(one), second(other)])).toEqual([1, 1])
})

it('keeps tokens apart that have other serial numbers, or none', () => {
  expect(shown([first(labelled('L', 'A1')), second(labelled('L', 'B2'))])).toEqual([1, 1])
  expect(shown([first(labelled('L', '')), second(labelled('L', ''))])).toEqual([1, 1])
})

it('never takes one away that only one module shows, in several slots', () => {
  expect(shown([first(labelled('L'), labelled('L')), second()])).toEqual([2, 0])
})

it('leaves it to one of three', () => {
  const third = moduleWith([labelled('L', 'A1', 1, 2)], { path: '/third.so' })
  expect(shown([first(labelled('L', 'A1', 1)), second(labelled('L')), third])).toEqual([0, 0, 1])
})
