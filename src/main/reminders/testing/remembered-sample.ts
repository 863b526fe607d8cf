import type { Kept } from '../reminder-memory.ts'

type Remembered = Kept['certificates'][number]

/** For tests: what is remembered of one certificate; 'a' has the fingerprint of 64 times a. */
export function rememberedSample(letter: string, notAfter: string, changes: Partial<Remembered> = {}): Remembered {
  return {
    fingerprint: letter.repeat(64),
    holder: '济南****公司',
    cardNumber: '****2231',
    notAfter,
    lastSeenAt: '2026-01-01T00:00:00.000Z',
    told: [],
    isMuted: false,
    ...changes,
  }
}
