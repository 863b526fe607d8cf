import { createHash } from 'node:crypto'

/**
 * The idempotency key of one action of one renewal: the same after a restart, so that a repeated call is answered with
 * what was done the first time. A UUID of version 8 (RFC 9562, 5.8) over a hash.
 */
export function idempotencyKey(renewalId: string, ...action: readonly string[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([renewalId, ...action]))
    .digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
