import { createHash, generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { DerError, readElement, tags, writeElement, writeObjectIdentifier } from './der.ts'
import { readPublicKey } from './public-key.ts'
import { publicKeyInfo } from './testing/built-certificate.ts'

const ec = '1.2.840.10045.2.1'
const rsa = '1.2.840.113549.1.1.1'
const derNull = Uint8Array.of(0x05, 0x00)
const point = new Uint8Array(65)

it('knows a key by the hash of its whole SubjectPublicKeyInfo', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  expect(readPublicKey(readElement(spki))).toEqual({
    algorithm: 'rsa',
    bits: 2048,
    spki,
    sha256: createHash('sha256').update(spki).digest('hex'),
  })
})

it.each([
  ['1.2.840.10045.3.1.7', { algorithm: 'p-256', bits: 256 }],
  ['1.2.156.10197.1.301', { algorithm: 'sm2', bits: 256 }],
  ['1.3.132.0.34', { algorithm: 'ec', bits: 384 }],
  ['1.3.132.0.35', { algorithm: 'ec', bits: 521 }],
  ['1.3.132.0.10', { algorithm: 'ec' }],
])('knows the curve %s', (curve, expected) => {
  const { algorithm, bits } = readPublicKey(readElement(publicKeyInfo(ec, writeObjectIdentifier(curve), point)))
  expect(bits === undefined ? { algorithm } : { algorithm, bits }).toEqual(expected)
})

it.each([
  ['Ed25519', publicKeyInfo('1.3.101.112', new Uint8Array(), new Uint8Array(32))],
  ['RSA for PSS only', publicKeyInfo('1.2.840.113549.1.1.10', derNull, point)],
  ['a curve given by its numbers', publicKeyInfo(ec, writeElement(tags.sequence), point)],
  ['a key without a curve', publicKeyInfo(ec, new Uint8Array(), point)],
])('does not pretend to know %s', (_name, spki) => {
  expect(readPublicKey(readElement(spki)).algorithm).toBe('other')
})

it.each([
  ['00ff', 8],
  ['0fff', 12],
  ['80', 8],
  ['01', 1],
  ['00', 0],
])('counts the bits of the modulus %s as %i', (hex, bits) => {
  const key = writeElement(tags.sequence, writeElement(tags.integer, Buffer.from(hex, 'hex')))
  expect(readPublicKey(readElement(publicKeyInfo(rsa, derNull, key))).bits).toBe(bits)
})

it('refuses an RSA key that is no key', () => {
  const spki = publicKeyInfo(rsa, derNull, Uint8Array.of(1, 2, 3))
  expect(() => readPublicKey(readElement(spki))).toThrow(DerError)
})
