import { expect, it } from 'vitest'
import { hasIntegrity } from './fetch-package.ts'

it('takes a fetched file only with the hash that is pinned', () => {
  const bytes = Buffer.from('node')
  const pinned = 'sha512-' + Buffer.from(new Uint8Array(64)).toString('base64')
  expect(hasIntegrity(bytes, pinned)).toBe(false)
  // printf node | openssl dgst -sha512 -binary | base64
  expect(
    hasIntegrity(
      bytes,
      'sha512-GDjjPPdoyvYprfEf/0UGB28Qnt95i2sUqeTFirVatiCY0dgsPQg9dp1f/LluvwaIVydtS0kPw2AFs43WFC6+Pg==',
    ),
  ).toBe(true)
})
