import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DerError, tags, writeBitString, writeElement, writeObjectIdentifier } from './der.ts'
import { readSm2Cipher, writeSm2Cipher } from './sm2-cipher.ts'
import { readEnvelopedKey } from './sm2-enveloped-key.ts'
import { newSm2Key, sm2Decrypt, sm2Encrypt, sm2Envelope, sm4 } from './testing/openssl-sm2.ts'

const signing = newSm2Key()
const encryption = newSm2Key()
const envelope = sm2Envelope({ signing: signing.spki, encryption })

describe('an envelope made by openssl', () => {
  it('gives its parts, with which openssl finds the private key again', () => {
    const { symmetric, encryptedKey, point, encryptedPrivateKey } = readEnvelopedKey(envelope)
    expect(symmetric).toBe('sm4')
    expect(Buffer.from(point)).toEqual(encryption.spki.subarray(-64))
    const key = sm2Decrypt(signing, writeSm2Cipher(encryptedKey))
    expect(sm4('-d', key, encryptedPrivateKey)).toEqual(encryption.number)
  })

  it('may have zeros in front of the number', () => {
    const padded = sm2Envelope({ signing: signing.spki, encryption, padding: new Uint8Array(32) })
    expect(readEnvelopedKey(padded).encryptedPrivateKey).toHaveLength(64)
  })

  it.each([
    ['1.2.156.10197.1.104.1', 'sm4'],
    ['1.2.156.10197.1.102', 'sm1'],
    ['1.2.156.10197.1.103', 'ssf33'],
    ['2.16.840.1.101.3.4.1.1', undefined],
  ] as const)('by the algorithm %s is one by %s', (algorithm, symmetric) => {
    expect(readEnvelopedKey(sm2Envelope({ signing: signing.spki, encryption, algorithm })).symmetric).toBe(symmetric)
  })
})

describe('an envelope put together otherwise', () => {
  const sm4Id = writeObjectIdentifier('1.2.156.10197.1.104')
  const cipher = writeSm2Cipher(readEnvelopedKey(envelope).encryptedKey)
  const point = encryption.spki.subarray(-64)
  interface Parts {
    readonly parameters: readonly Uint8Array[]
    readonly cipher: Uint8Array
    readonly point: Uint8Array
    readonly secret: Uint8Array
    readonly more: readonly Uint8Array[]
  }
  const build = (changes: Partial<Parts>) => {
    const parts: Parts = { parameters: [], cipher, point, secret: new Uint8Array(32), more: [], ...changes }
    const algorithm = writeElement(tags.sequence, sm4Id, ...parts.parameters)
    const strings = [writeBitString(parts.point), writeBitString(parts.secret)]
    return writeElement(tags.sequence, algorithm, parts.cipher, ...strings, ...parts.more)
  }

  it('may have NULL beside its algorithm', () => {
    expect(readEnvelopedKey(build({ parameters: [Uint8Array.of(5, 0)] })).symmetric).toBe('sm4')
  })

  it('may leave away what says that the point is not compressed', () => {
    expect(Buffer.from(readEnvelopedKey(build({})).point)).toEqual(point)
  })

  it.each<[string, Partial<Parts>]>([
    ['a compressed point', { point: Uint8Array.of(2, ...point.subarray(0, 32)) }],
    ['a point that says that it is something else', { point: Uint8Array.of(6, ...point) }],
    ['half a private key', { secret: new Uint8Array(16) }],
    ['a key that is too long for its algorithm', { cipher: sm2Encrypt(signing.spki, new Uint8Array(32)) }],
    ['something more', { more: [Uint8Array.of(5, 0)] }],
    ['no cipher', { cipher: Uint8Array.of(0x30, 0) }],
  ])('is none with %s', (_what, changes) => {
    expect(() => readEnvelopedKey(build(changes))).toThrow(DerError)
  })

  it('is none with octets after its end, or with its last octet cut off', () => {
    expect(() => readEnvelopedKey(Uint8Array.of(...envelope, 0))).toThrow(DerError)
    expect(() => readEnvelopedKey(envelope.subarray(0, -1))).toThrow(DerError)
  })
})

describe('an SM2Cipher', () => {
  const octets = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  const ciphers = fc.record({
    x: octets(32),
    y: octets(32),
    hash: octets(32),
    ciphertext: fc.uint8Array({ minLength: 1, maxLength: 300 }),
  })

  it('is read as it was written, whatever its numbers begin with', () => {
    fc.assert(
      fc.property(ciphers, (cipher) => {
        expect(readSm2Cipher(writeSm2Cipher(cipher))).toEqual(cipher)
      }),
    )
  })

  it('of openssl is written as openssl writes it', () => {
    const der = sm2Encrypt(signing.spki, Buffer.from('0123456789abcdef'))
    expect(Buffer.from(writeSm2Cipher(readSm2Cipher(der)))).toEqual(der)
  })

  it('may lack the sign octets of its numbers', () => {
    const number = new Uint8Array(32).fill(0xff)
    const numbers = [number, number].map((octet) => writeElement(tags.integer, octet))
    const strings = [number, number].map((octet) => writeElement(tags.octetString, octet))
    expect(readSm2Cipher(writeElement(tags.sequence, ...numbers, ...strings)).x).toEqual(number)
  })

  it('with anything changed in it is read, or refused with a DerError', () => {
    const place = fc.nat(envelope.length - 1)
    fc.assert(
      fc.property(place, fc.nat(255), fc.nat(8), (at, octet, cut) => {
        const changed = Buffer.from(envelope.subarray(0, envelope.length - cut))
        if (at < changed.length) changed.writeUInt8(octet, at)
        try {
          expect(readEnvelopedKey(changed).point).toHaveLength(64)
        } catch (error) {
          expect(error).toBeInstanceOf(DerError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
