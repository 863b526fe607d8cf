import { expect, it } from 'vitest'
import type { PublicKey } from '../x509/public-key.ts'
import { algorithmName, signatureAlgorithmName } from './algorithm.ts'

it.each([
  [{ algorithm: 'rsa', bits: 2048 }, 'RSA 2048'],
  [{ algorithm: 'rsa' }, 'RSA'],
  [{ algorithm: 'p-256', bits: 256 }, 'EC P-256'],
  [{ algorithm: 'sm2', bits: 256 }, 'SM2'],
  [{ algorithm: 'ec', bits: 384 }, 'EC P-384'],
  [{ algorithm: 'ec' }, 'EC'],
  [{ algorithm: 'other' }, ''],
] as const)('calls the key %j %s', (key: Pick<PublicKey, 'algorithm' | 'bits'>, name) => {
  expect(algorithmName({ ...key, spki: new Uint8Array(), sha256: '' })).toBe(name)
})

it('names signatures, and an unknown one by its OID', () => {
  expect(signatureAlgorithmName('1.2.156.10197.1.501')).toBe('SM3 / SM2')
  expect(signatureAlgorithmName('1.2.840.113549.1.1.11')).toBe('SHA-256 / RSA')
  expect(signatureAlgorithmName('1.3.101.112')).toBe('1.3.101.112')
})
