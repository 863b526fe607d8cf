import { createHash } from 'node:crypto'
import type { Entry } from './collect.ts'

/**
 * Six digits by which a user and support make sure that they speak of the same package: the first 48 bits of the SHA-256
 * over name, NUL, content, NUL of each file in its order, modulo 1,000,000. README.txt is not among them: it tells the code.
 * It tells packages apart; it is no proof against somebody who makes another one on purpose.
 */
export function spokenCode(entries: readonly Pick<Entry, 'file' | 'text'>[]): string {
  const hash = createHash('sha256')
  for (const { file, text } of entries) hash.update(`${file}\0${text}\0`)
  return String(hash.digest().readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}
