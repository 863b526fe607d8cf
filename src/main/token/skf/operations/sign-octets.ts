import { sm2 } from 'sm-crypto-v2'
import { readElement } from '../../../x509/der.ts'
import { readPublicKey } from '../../../x509/public-key.ts'
import { toSm2Spki } from '../../../x509/sm2-public-key.ts'
import { verifySm2 } from '../../../x509/sm2-signature.ts'
import { toDerSignature } from '../../worker/ecdsa-signature.ts'
import { readEccSignature } from '../layout/ecc-signature.ts'
import type { ContainerHandle } from '../native/handles.ts'
import type { SkfCalls } from '../native/skf-calls.ts'

const blobRoom = 512

/** A text, and the key by which its signature is verified (uncompressed point). */
interface Signed {
  readonly container: ContainerHandle
  readonly point: Uint8Array
  readonly text: Uint8Array
}

/** e = SM3(Z || text), 32 octets, with the default id (GM/T 0003.2, GM/T 0009). */
export function sm2Digest({ text, point }: Pick<Signed, 'text' | 'point'>): Uint8Array {
  return Buffer.from(sm2.getHash(text, Buffer.from(point).toString('hex')), 'hex')
}

/** Has the token sign these octets. Undefined when what comes is no signature of the text by the key. Native calls: 1. */
export function signOctets(calls: SkfCalls, signed: Signed, octets: Uint8Array): Uint8Array | undefined {
  const blob = Buffer.alloc(blobRoom)
  calls.demand('SKF_ECCSignData', signed.container, octets, octets.length, blob)
  const numbers = readEccSignature(blob)
  if (numbers === undefined) return undefined
  const signature = Uint8Array.from(toDerSignature(numbers))
  const key = readPublicKey(readElement(toSm2Spki(signed.point)))
  const verdict = verifySm2({ octets: signed.text, signature }, key)
  return verdict === 'valid' ? signature : undefined
}
