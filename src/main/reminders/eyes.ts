import type { Overview } from '../../shared/ipc/models.ts'
import { remember } from '../../shared/reminders/remembered.ts'
import type { ReminderMemory } from './reminder-memory.ts'
import { seenCertificates } from './seen-certificates.ts'

/** Takes what is on the keys into the memory. */
export interface Eyes {
  see(overview: Overview): void
  isThere(fingerprint: string): boolean
  /** These are not taken in again before they have been away. */
  forget(fingerprints: readonly string[]): void
}

export function openEyes(memory: ReminderMemory, now: () => Date): Eyes {
  const forgotten = new Set<string>()
  let there: ReadonlySet<string> = new Set()
  return {
    see: (overview) => {
      const seen = seenCertificates(overview)
      there = new Set(seen.map(({ fingerprint }) => fingerprint))
      // A driver that starts anew shows nothing for a moment: that is not being away.
      if (overview.complete) for (const one of [...forgotten]) if (!there.has(one)) forgotten.delete(one)
      const { certificates } = memory.read()
      const known = remember(certificates, seen, { now: now(), forgotten })
      if (JSON.stringify(known) === JSON.stringify(certificates)) return
      memory.keep(() => ({ certificates: known.map((one) => ({ ...one, told: [...one.told] })) }))
    },
    isThere: (fingerprint) => there.has(fingerprint),
    forget: (fingerprints) => {
      for (const one of fingerprints) if (there.has(one)) forgotten.add(one)
    },
  }
}
