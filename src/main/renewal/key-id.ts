import { createHash } from 'node:crypto'
import { readContainerId, toContainerId } from '../../shared/token/container-id.ts'
import type { TokenInterface } from '../../shared/token/messages.ts'

/** Octets of a CKA_ID. */
const idLength = 20
/** Of the hash in a container's name: with the letter before it the name is shorter than any limit that a key is known to have. */
const nameDigits = 30

/** What an order puts on a token, spoken to like this. */
interface Placed {
  readonly orderId: string
  readonly interface: TokenInterface
}

/**
 * The id of what an order puts on a token: nobody else's, and the same whenever it is asked for, so that even a lost
 * journal's objects can be told from everything else. Each try has its own: a CKA_ID, or by SKF the name of a container,
 * which both pairs share.
 */
export function keyId(placed: Placed, purpose: 'signing' | 'encryption', attempt: number): string {
  if (placed.interface === 'skf')
    return toContainerId({ container: containerOf(placed.orderId, attempt), role: purpose })
  return digest(['cert-renewal-key/1', placed.orderId, purpose, attempt]).slice(0, 2 * idLength)
}

/** The id of the encryption pair beside this signing pair; a container that somebody else has named keeps its name. */
export function encryptionId(placed: Placed, signing: { readonly id: string; readonly attempt: number }): string {
  const pair = placed.interface === 'skf' ? readContainerId(signing.id) : undefined
  return pair === undefined
    ? keyId(placed, 'encryption', signing.attempt)
    : toContainerId({ container: pair.container, role: 'encryption' })
}

function containerOf(orderId: string, attempt: number): Uint8Array {
  const name = `R${digest(['cert-renewal-container/1', orderId, attempt]).slice(0, nameDigits)}`
  return new TextEncoder().encode(name)
}

function digest(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
