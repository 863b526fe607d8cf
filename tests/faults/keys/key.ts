import type { TokenInterface } from '../../../src/shared/token/messages.ts'

/** What was encrypted for the old encryption certificate before the renewal; octets in base64, since templates are JSON. */
export interface OldFile {
  /** Names the pair whose key decrypts it. */
  readonly id: string
  readonly ciphertext: string
  /** The file's key under the certificate's, where the file itself is not encrypted with that. */
  readonly encryptedKey?: string
  readonly plaintext: string
}

/** The key of a world: what the program finds there, and what other programs find on it. */
export interface FaultyKey {
  readonly interface: TokenInterface
  /** The library that the program loads: it does what it is told by a fault. */
  readonly modulePath: string
  /** For every process that is to see this key. */
  readonly environment: Readonly<Record<string, string>>
  /** From now on, in the words of the library. */
  readonly fault: (text: string) => void
  /** Has a fault that was armed to strike once not struck yet? */
  readonly isArmed: () => boolean
  readonly mend: () => void
  /** Native calls since it was asked the last time, in their order. */
  readonly calls: () => readonly string[]
  /** Everything that is on the key, one line for each, sorted. */
  readonly contents: () => readonly string[]
  /** Ids of the pairs of certificate and key that do what they are for. */
  readonly usablePairs: () => readonly string[]
  /** DER of the certificates of signing pairs. */
  readonly signingCertificates: () => readonly Uint8Array[]
  /** The plaintext, in base64. */
  readonly decryptFile: (file: OldFile) => string
  /** What another program does that removes all but these pairs. */
  readonly removeAllBut: (ids: readonly string[]) => void
  readonly remove: () => void
}
