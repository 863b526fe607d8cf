import { toContainerId } from '../../src/shared/token/container-id.ts'
import { newSm2Key, type Sm2OpensslKey } from '../../src/main/x509/testing/openssl-sm2.ts'
import type { SkfStore } from './softskf/store.ts'

/** Answers with the certificate (DER) for this public key (SPKI, DER). */
export type Certify = (publicKey: Uint8Array) => Promise<Uint8Array>

interface NewSm2Pair {
  readonly container: string
  readonly role: 'signing' | 'encryption'
  readonly certify: Certify
}

export interface Sm2PairOnKey {
  readonly id: string
  readonly certificate: Uint8Array
  readonly key: Sm2OpensslKey
}

/** Puts an SM2 pair, made by openssl, into a container of the software key: no driver of ours has its hands in it. */
export async function putSm2Pair(store: SkfStore, { container, role, certify }: NewSm2Pair): Promise<Sm2PairOnKey> {
  const key = newSm2Key()
  const certificate = await certify(new Uint8Array(key.spki))
  store.putPair({ container, role, privateKey: key.pem.toString(), certificate })
  return { id: toContainerId({ container: new TextEncoder().encode(container), role }), certificate, key }
}
