import { expect, it } from 'vitest'
import { readCertificate } from '../x509/certificate.ts'
import { writeElement, writeObjectIdentifier } from '../x509/der.ts'
import { buildCertificate, publicKeyInfo } from '../x509/testing/built-certificate.ts'
import { signingKeyOf } from './signing-key.ts'

const curve = (oid: string) => publicKeyInfo('1.2.840.10045.2.1', writeObjectIdentifier(oid), new Uint8Array(65))
const modulus = writeElement(0x02, new Uint8Array(256).fill(0x7f))
const keys = {
  rsa: publicKeyInfo('1.2.840.113549.1.1.1', Uint8Array.of(5, 0), writeElement(0x30, modulus, Uint8Array.of(2, 1, 3))),
  'p-256': curve('1.2.840.10045.3.1.7'),
  sm2: curve('1.2.156.10197.1.301'),
  'p-384': curve('1.3.132.0.34'),
}

const verdict = (key: keyof typeof keys, spoken: 'pkcs11' | 'skf') => {
  try {
    return signingKeyOf(readCertificate(buildCertificate({ publicKey: keys[key] })), spoken)
  } catch (error) {
    return error
  }
}
const refusal = (code: string) =>
  expect.objectContaining({ failure: expect.objectContaining({ code }) as unknown }) as unknown

it.each([
  ['rsa', 'pkcs11', 'rsa'],
  ['p-256', 'pkcs11', 'p-256'],
  ['sm2', 'skf', 'sm2'],
  // PKCS#11 would make an ECDSA signature with the key, which is none of SM2.
  ['sm2', 'pkcs11', refusal('token.sm2Unsupported')],
  ['rsa', 'skf', refusal('token.onlySm2BySkf')],
  ['p-256', 'skf', refusal('token.onlySm2BySkf')],
  ['p-384', 'pkcs11', refusal('renewal.unsupportedAlgorithm')],
  ['p-384', 'skf', refusal('renewal.unsupportedAlgorithm')],
] as const)('a key of %s by %s', (key, spoken, expected) => {
  expect(verdict(key, spoken)).toEqual(expected)
})
