import { findSecrets, type Range } from './find-secrets.ts'
import { spellingsOf, type Spelling } from './spellings.ts'

/**
 * What must not be written while it is in use: PINs, passwords, SMS codes, the session. In memory only, as octets that
 * are zeroed when they are let go; nothing of it can be read from outside.
 */
export interface SecretRegister {
  /**
   * Hides this text until what it answers with is called. Text shorter than `shortestSecret` characters is not taken: it
   * comes up in every line.
   */
  hold(secret: string): () => void
  /** The text without what is held, in any spelling; also without the half of it that a line begins or ends with. */
  hide(text: string): string
  /** Lets everything go, at the end of the program. */
  clear(): void
}

/** Two characters could not be told from chance, and the half of three is two. */
const shortestSecret = 4

export function createSecretRegister(): SecretRegister {
  const held = new Set<readonly Spelling[]>()
  const letGo = (spellings: readonly Spelling[]) => {
    held.delete(spellings)
    for (const { octets } of spellings) octets.fill(0)
  }
  return {
    hold: (secret) => {
      if (secret.length < shortestSecret) return () => undefined
      const octets = Buffer.from(secret, 'utf8')
      const spellings = spellingsOf(octets)
      octets.fill(0)
      held.add(spellings)
      return () => letGo(spellings)
    },
    hide: (text) => (held.size === 0 ? text : without(text, findSecrets(text, [...held].flat()))),
    clear: () => {
      for (const spellings of [...held]) letGo(spellings)
    },
  }
}

function without(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text
  const octets = Buffer.from(text, 'utf8')
  let shown = ''
  let end = 0
  for (const range of ranges) {
    shown += `${octets.toString('utf8', end, range.start)}[secret]`
    end = range.end
  }
  return shown + octets.toString('utf8', end)
}
