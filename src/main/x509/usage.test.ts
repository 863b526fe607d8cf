import { expect, it } from 'vitest'
import { usageOf } from './usage.ts'

it.each([
  [undefined, 'unknown'],
  [[], 'unknown'],
  [['digitalSignature'], 'signing'],
  [['nonRepudiation'], 'signing'],
  [['keyEncipherment'], 'encryption'],
  [['dataEncipherment'], 'encryption'],
  [['keyAgreement', 'decipherOnly'], 'encryption'],
  [['digitalSignature', 'keyAgreement'], 'both'],
  [['keyCertSign', 'cRLSign'], 'unknown'],
] as const)('key usage %j means %s', (usages, expected) => {
  expect(usageOf(usages)).toBe(expected)
})
