import { createPublicKey } from 'node:crypto'

import { AppError } from '../../app-error.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import { sm2Curve, toSm2Spki } from '../../x509/sm2-public-key.ts'
import { CKA, CKK, numberOf } from './cryptoki.ts'
import type { Cryptoki, Handle } from './cryptoki.ts'
import { readAttributes } from './read-attributes.ts'
import type { KeyFamily } from './worker-state.ts'

const coordinate = 32

/** Reads a public key object as SubjectPublicKeyInfo (DER): 2 native calls. Errors: token.keyNotFound, token.unsupported. */
export function readPublicKey(module: Cryptoki, session: Handle, object: Handle, family: KeyFamily): Uint8Array {
  const types = attributesOf[family]
  const [first, second = Buffer.alloc(0)] = readAttributes(module, { session, object, types }) ?? []
  if (first === undefined) throw new AppError('token.keyNotFound', { details: { detail: 'publicKey' } })
  switch (family) {
    case 'rsa':
      return toRsaSpki(first, second)
    case 'ec':
      return toP256Spki(first)
    case 'sm2':
      if (!second.equals(sm2Curve)) throw new AppError('token.unsupported', { details: { detail: 'ecParams' } })
      return toSm2Spki(barePoint(first))
    default:
      return assertNever(family)
  }
}

const attributesOf: Readonly<Record<KeyFamily, readonly number[]>> = {
  rsa: [CKA.modulus, CKA.publicExponent],
  ec: [CKA.ecPoint],
  sm2: [CKA.ecPoint, CKA.ecParams],
}

export function readKeyFamily(module: Cryptoki, session: Handle, object: Handle): KeyFamily {
  const value = readAttributes(module, { session, object, types: [CKA.keyType] })?.[0]
  if (value === undefined) throw new AppError('token.keyNotFound', { details: { detail: 'keyType' } })
  const keyType = numberOf(value)
  if (keyType === CKK.rsa) return 'rsa'
  if (keyType === CKK.ec) return 'ec'
  throw new AppError('token.unsupported', { details: { keyType } })
}

/** By way of a JWK, so that OpenSSL checks the point and writes the DER. */
function toRsaSpki(modulus: Buffer, exponent: Buffer): Uint8Array {
  return toSpki({ kty: 'RSA', n: withoutLeadingZeros(modulus), e: withoutLeadingZeros(exponent) })
}

function toP256Spki(point: Buffer): Uint8Array {
  const bare = barePoint(point)
  const [x, y] = [bare.subarray(1, 1 + coordinate), bare.subarray(1 + coordinate)]
  return toSpki({ kty: 'EC', crv: 'P-256', x: x.toString('base64url'), y: y.toString('base64url') })
}

/** Uncompressed, on a curve of 256 bits. */
function barePoint(point: Buffer): Buffer {
  // CKA_EC_POINT is a DER OCTET STRING by the standard; some modules leave its header out.
  const bare = point[0] === 0x04 && point[1] === point.length - 2 ? point.subarray(2) : point
  if (bare.length !== 2 * coordinate + 1 || bare[0] !== 0x04) {
    throw new AppError('token.unsupported', { details: { detail: 'ecPoint', octets: point.length } })
  }
  return bare
}

function toSpki(key: Readonly<Record<string, string>>): Uint8Array {
  try {
    return Uint8Array.from(createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'der' }))
  } catch (cause) {
    throw new AppError('token.unsupported', { details: { detail: 'publicKey' }, cause })
  }
}

function withoutLeadingZeros(bytes: Buffer): string {
  const first = bytes.findIndex((octet) => octet !== 0)
  return bytes.subarray(Math.max(first, 0)).toString('base64url')
}
