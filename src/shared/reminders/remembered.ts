import type { ReminderState } from './due-reminder.ts'

/** What is kept of a certificate, also while its key lies in a drawer. No name and no number is whole. */
export interface RememberedCertificate extends ReminderState {
  /** SHA-256 of the certificate, hex. */
  readonly fingerprint: string
  /** Masked. */
  readonly holder: string
  /** Its last four characters. */
  readonly cardNumber: string
  readonly lastSeenAt: string
}

/** A certificate for signing on a key that is plugged in. */
export interface SeenCertificate extends Pick<
  RememberedCertificate,
  'fingerprint' | 'holder' | 'cardNumber' | 'notAfter' | 'renewableFrom'
> {
  /** Whole: tells holders and keys apart as long as the key is there, and is not kept. */
  readonly identity: string
}

/** More than an office has; what ends first is forgotten first. */
const mostRemembered = 200

/**
 * What is known after a look at the keys: those that are there come in, those that newer ones have followed go, all others
 * stay. `forgotten` are not taken in again.
 */
export function remember(
  known: readonly RememberedCertificate[],
  seen: readonly SeenCertificate[],
  { now, forgotten }: { readonly now: Date; readonly forgotten: ReadonlySet<string> },
): readonly RememberedCertificate[] {
  const current = seen.filter((one) => !seen.some((other) => isRenewalOf(other, one)))
  const isSeen = (fingerprint: string) => seen.some((one) => one.fingerprint === fingerprint)
  const away = known.filter((one) => !isSeen(one.fingerprint) && !current.some((present) => hasFollowed(present, one)))
  const here = current
    .filter(({ fingerprint }) => !forgotten.has(fingerprint))
    .map((one) =>
      taken(
        one,
        known.find(({ fingerprint }) => fingerprint === one.fingerprint),
        now,
      ),
    )
  return [...away, ...here].sort((one, other) => endOf(one) - endOf(other)).slice(-mostRemembered)
}

/** Both are there, and of one holder on one key. */
function isRenewalOf(newer: SeenCertificate, older: SeenCertificate): boolean {
  return newer.identity === older.identity && endOf(newer) > endOf(older)
}

/** The older one is not on its key any more: of what is kept of it, its name and its key are the same. */
function hasFollowed(present: SeenCertificate, { holder, cardNumber, ...older }: RememberedCertificate): boolean {
  return present.holder === holder && present.cardNumber === cardNumber && endOf(present) > endOf(older)
}

function taken(seen: SeenCertificate, known: RememberedCertificate | undefined, now: Date): RememberedCertificate {
  const { fingerprint, holder, cardNumber, notAfter, renewableFrom } = seen
  const window = renewableFrom === undefined ? {} : { renewableFrom }
  const kept = { fingerprint, holder, cardNumber, notAfter, ...window }
  const at = now.toISOString()
  if (known !== undefined) {
    // A day is as exact as it has to be: the file is not written for every look.
    const isToday = known.lastSeenAt.slice(0, 10) === at.slice(0, 10)
    return { ...known, ...kept, lastSeenAt: isToday ? known.lastSeenAt : at }
  }
  // One that has ended before it was ever seen is on the screen: there is nothing to remind of.
  const told = endOf(seen) < now.getTime() ? [{ days: 0, at } as const] : []
  return { ...kept, lastSeenAt: at, told, isMuted: false }
}

/**
 * The certificate that ends next; where all have ended, the one that ended last. Ms since 1970 decide, whatever the zone.
 */
export function nearestEnd<Ending extends Pick<RememberedCertificate, 'notAfter'>>(
  certificates: readonly Ending[],
  now: Date,
): Ending | undefined {
  const sorted = [...certificates].sort((one, other) => endOf(one) - endOf(other))
  return sorted.find((certificate) => endOf(certificate) >= now.getTime()) ?? sorted.at(-1)
}

function endOf({ notAfter }: Pick<RememberedCertificate, 'notAfter'>): number {
  return Date.parse(notAfter)
}
