import type { TokenOperation } from '../../shared/token/messages.ts'

export type Deadlines = Readonly<Record<TokenOperation, number>>

const second = 1000

/** How long each operation may take, in milliseconds, before its worker counts as hung and is killed. */
export const tokenDeadlines: Deadlines = {
  // Loading alone is quick; C_Initialize of a smart card module waits for pcscd and looks at every reader.
  open: 20 * second,
  // Some hundred calls at 50 ms each; an unknown card in the reader alone took 11 s to be probed.
  list: 30 * second,
  // C_GetSlotList, but with a card that is being plugged in some modules probe it here.
  poll: 15 * second,
  // A card hashes the PIN many times over, and several tries in a row are slowed down on purpose.
  unlock: 30 * second,
  lock: 10 * second,
  // Two or three logins, and flash is written.
  changePin: 60 * second,
  unblockPin: 90 * second,
  // RSA-2048 on an old card takes up to a minute: primes are luck.
  generateKeyPair: 120 * second,
  // Two keys are unwrapped and one is written.
  unwrapKey: 60 * second,
  decrypt: 30 * second,
  // Walks all keys of the token.
  findKey: 60 * second,
  sign: 30 * second,
  // Flash is written.
  writeCertificate: 30 * second,
  readPair: 30 * second,
  readCertificate: 15 * second,
  removePair: 30 * second,
  // Walks all keys of the token and tries to sign with the nameless ones.
  removeNameless: 60 * second,
}
