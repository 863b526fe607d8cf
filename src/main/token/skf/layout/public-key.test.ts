import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { sm2 } from 'sm-crypto-v2'
import { describe, expect, it } from 'vitest'
import { toSm2Point } from '../../../x509/sm2-public-key.ts'
import { readEccPublicKey, writeEccPublicKey } from './ecc-public-key.ts'
import { readEccSignature } from './ecc-signature.ts'
import { readExportedKey } from './public-key.ts'
import { readRsaPublicKey } from './rsa-public-key.ts'
import { writeUlong } from './wide-number.ts'

const newPoint = () => Buffer.from(sm2.generateKeyPairHex().publicKey, 'hex')
const widths = [4, 8] as const

describe('an SM2 public key', () => {
  it.each(widths)('is read as it was written with a ULONG of %d octets, and with no other', (width) => {
    for (let time = 0; time < 20; time += 1) {
      const point = newPoint()
      const blob = writeEccPublicKey(point.subarray(1), width)
      expect(blob).toHaveLength(128 + width)
      expect(readEccPublicKey(blob, width)).toEqual(Uint8Array.from(point))
      expect(readEccPublicKey(blob, width === 4 ? 8 : 4)).toBeUndefined()
      const exported = readExportedKey(Buffer.concat([blob, Buffer.alloc(8)]))
      expect(exported?.ulongOctets).toBe(width)
      expect(exported === undefined ? undefined : toSm2Point(exported.spki)).toEqual(Uint8Array.from(point))
    }
  })

  it('is none when a single bit of it is another, or it is cut off', () => {
    const blob = writeEccPublicKey(newPoint().subarray(1), 4)
    fc.assert(
      fc.property(fc.nat(blob.length * 8 - 1), (bit) => {
        const changed = Uint8Array.from(blob)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(readEccPublicKey(changed, 4)).toBeUndefined()
      }),
    )
    expect(readEccPublicKey(blob.subarray(0, -1), 4)).toBeUndefined()
    expect(readEccPublicKey(new Uint8Array(512), 4)).toBeUndefined()
  })
})

describe('an RSA public key', () => {
  it.each([
    [1024, 4],
    [2048, 4],
    [2048, 8],
  ] as const)('of %d bits is read with a ULONG of %d octets', (modulusLength, width) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength })
    const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
    const [modulus, exponent] = [Buffer.from(n, 'base64url'), Buffer.from(e, 'base64url')]
    const blob = Buffer.concat([
      ...[writeUlong(0x10000, width), writeUlong(modulusLength, width)],
      ...[Buffer.alloc(256 - modulus.length), modulus, Buffer.alloc(4 - exponent.length), exponent],
    ])
    const spki = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }))
    expect(readExportedKey(blob)).toEqual({ spki, ulongOctets: width })
    expect(readRsaPublicKey(blob, width === 4 ? 8 : 4)).toBeUndefined()
    expect(readRsaPublicKey(blob.subarray(0, -1), width)).toBeUndefined()
  })
})

it('any octets are a key, a signature, or neither', () => {
  const widened = fc.tuple(fc.constantFrom(256, 0x10000), fc.uint8Array({ maxLength: 300 }))
  const octets = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    widened.map(([start, rest]) => Buffer.concat([writeUlong(start, 4), rest])),
  )
  fc.assert(
    fc.property(octets, (blob) => {
      expect(readExportedKey(blob)?.spki.length ?? 91).toBeGreaterThan(90)
      expect(readEccSignature(blob)?.length ?? 64).toBe(64)
    }),
  )
})
