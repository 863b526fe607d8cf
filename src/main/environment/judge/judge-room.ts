import type { Finding } from '../../../shared/ipc/models-environment.ts'

/** Octets of a pair of RSA-2048 keys with their attributes and a certificate of up to 2 KiB, rounded up. */
const roomForPair = 4096

/**
 * Room for the new pairs beside the old ones. `freeBytes`: as the token tells. `withEncryption`: a second pair comes with
 * the order, and the old one stays. Codes token.noRoom, token.roomUnknown.
 */
export function judgeRoom(freeBytes: number | undefined, withEncryption: boolean): Finding {
  if (freeBytes === undefined) return { state: 'unknown', failure: { code: 'token.roomUnknown' } }
  const needed = withEncryption ? 2 * roomForPair : roomForPair
  if (freeBytes < needed) {
    return { state: 'blocked', failure: { code: 'token.noRoom', details: { freeBytes, needed } } }
  }
  return { state: 'ok', facts: { pairs: Math.floor(freeBytes / roomForPair) } }
}
