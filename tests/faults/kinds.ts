import type { TokenInterface } from '../../src/shared/token/messages.ts'

/**
 * What is on the key at the start: one signing pair, a signing and an encryption pair, or two signing pairs; RSA and P-256
 * by PKCS#11, SM2 by SKF.
 */
export type Kind = 'rsa' | 'ec' | 'dual' | 'two' | 'sm2' | 'sm2-dual'

/** Those that every fault is tried with. */
export const kinds = ['rsa', 'ec', 'dual', 'sm2', 'sm2-dual'] as const
export type FollowedKind = (typeof kinds)[number]

export function interfaceOf(kind: Kind): TokenInterface {
  return kind === 'sm2' || kind === 'sm2-dual' ? 'skf' : 'pkcs11'
}

export function isDual(kind: Kind): boolean {
  return kind === 'dual' || kind === 'sm2-dual'
}

/** What a completed renewal leaves: pairs that work, and lines of `FaultyKey.contents`. */
interface Remains {
  readonly pairs: number
  readonly lines: number
  /** The old signing pair stays: its container holds the old encryption key as well. */
  readonly keepsOldSigning?: boolean
}

/**
 * By PKCS#11 three objects of each signing pair; of the encryption pairs the old one has three, the unwrapped one two. By
 * SKF a container with a key and a certificate for each of its pairs.
 */
export const remains: Readonly<Record<Kind, Remains>> = {
  rsa: { pairs: 1, lines: 3 },
  ec: { pairs: 1, lines: 3 },
  dual: { pairs: 3, lines: 8 },
  two: { pairs: 2, lines: 6 },
  sm2: { pairs: 1, lines: 3 },
  'sm2-dual': { pairs: 4, lines: 10, keepsOldSigning: true },
}
