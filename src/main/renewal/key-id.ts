import { createHash } from 'node:crypto'

/** Octets of a CKA_ID. */
const idLength = 20

/**
 * The CKA_ID of what an order puts on a token: nobody else's, and the same whenever it is asked for, so that even a lost
 * journal's objects can be told from everything else. Each try has its own.
 */
export function keyId(orderId: string, purpose: 'signing' | 'encryption', attempt: number): string {
  return createHash('sha256')
    .update(JSON.stringify(['cert-renewal-key/1', orderId, purpose, attempt]))
    .digest('hex')
    .slice(0, 2 * idLength)
}
