import { expect, it } from 'vitest'
import { fills, type FillEvidence } from '../layout/layout.ts'
import { requireLayout } from './require-layout.ts'
import type { KnownDevice } from './skf-state.ts'

function device(evidence: FillEvidence, provenWidth?: 4 | 8): KnownDevice {
  // Only what is looked at.
  return { evidence, provenWidth } as KnownDevice
}

const both = (octets: number): FillEvidence => ({ [fills[0]]: octets, [fills[1]]: octets })

it('is there when both fills agree, and no public key speaks against it', () => {
  expect(requireLayout(device(both(294))).ulongOctets).toBe(4)
  expect(requireLayout(device(both(294), 4)).ulongOctets).toBe(4)
  expect(requireLayout(device(both(328), 8))).toMatchObject({ ulongOctets: 8, alignment: 'natural' })
})

it.each([
  ['one fill only', device({ [fills[0]]: 294 })],
  ['a size that nobody has', device(both(300))],
  ['a public key of another width', device(both(294), 8)],
  ['nothing at all', device({})],
])('is not there with %s', (_what, unknown) => {
  expect(() => requireLayout(unknown)).toThrow('token.layoutUnknown')
})
