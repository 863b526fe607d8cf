import type { TokenOperation } from '../../shared/token/messages.ts'

export type Deadlines = Readonly<Record<TokenOperation, number>>

const second = 1000

/**
 * How long a person may take to answer a box that the vendor's module puts up by itself, in milliseconds (decision 0018).
 * The module blocks until then, which looks like a hang; what really hangs is told after 5 s and ended after this.
 */
const answeredByPerson = 120 * second

/** How long each operation may take, in milliseconds, before its worker counts as hung and is killed. */
export const tokenDeadlines: Deadlines = {
  // Loading alone is quick; C_Initialize of a smart card module waits for pcscd and looks at every reader.
  open: 20 * second,
  // Some hundred calls at 50 ms each; an unknown card in the reader alone took 11 s to be probed.
  list: 30 * second,
  // C_GetSlotList, but with a card that is being plugged in some modules probe it here.
  poll: 15 * second,
  // A card hashes the PIN many times over, several tries in a row are slowed down, and some modules ask by themselves.
  unlock: answeredByPerson,
  lock: 10 * second,
  // Two or three logins, and flash is written.
  changePin: answeredByPerson,
  unblockPin: answeredByPerson,
  // RSA-2048 on an old card takes up to a minute: primes are luck.
  generateKeyPair: answeredByPerson,
  // Two keys are unwrapped and one is written.
  unwrapKey: answeredByPerson,
  decrypt: answeredByPerson,
  // Walks all keys of the token.
  findKey: 60 * second,
  sign: answeredByPerson,
  // Flash is written.
  writeCertificate: answeredByPerson,
  readPair: 30 * second,
  readCertificate: 15 * second,
  removePair: answeredByPerson,
  // Walks all keys of the token and tries to sign with the nameless ones.
  removeNameless: answeredByPerson,
  // Everything of every device is looked at once; for a library that nobody here has met.
  report: 60 * second,
}
