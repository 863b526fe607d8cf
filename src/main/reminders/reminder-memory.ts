import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { reminderDays } from '../../shared/reminders/thresholds.ts'
import { AppError } from '../app-error.ts'
import { putAside } from '../files/put-aside.ts'
import { writeSafely } from '../files/write-safely.ts'

const Instant = z.iso.datetime()
const Telling = z.object({ days: z.literal(reminderDays), at: Instant })

const ReminderFile = z.object({
  isOn: z.boolean().default(true),
  staysInBackground: z.boolean().default(false),
  certificates: z
    .array(
      z.object({
        fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
        /** Masked, as the card number. */
        holder: z.string(),
        cardNumber: z.string(),
        notAfter: Instant,
        renewableFrom: Instant.optional(),
        lastSeenAt: Instant,
        told: z.array(Telling),
        snoozed: Telling.extend({ isOver: z.boolean() }).optional(),
        isMuted: z.boolean(),
      }),
    )
    .default([]),
})
export type Kept = Readonly<z.output<typeof ReminderFile>>
type Change = (kept: Kept) => Partial<Kept>

/** What is remembered for reminders, and what the user has chosen about them. */
export interface ReminderMemory {
  read(): Kept
  /** Holds at once; a disk that does not take it is told of, and the program goes on with what it knows. */
  keep(change: Change): void
  /** Holds once it is on the disk. Code settings.saveFailed: nothing has changed then. */
  save(change: Change): Promise<void>
  /** When everything is on the disk, or has failed to get there. */
  settled(): Promise<unknown>
}

interface Parts {
  /** Left out, nothing is written: the demonstration begins anew each time. */
  readonly path?: string | undefined
  readonly changed: () => void
  readonly notKept: (error: unknown) => void
}

/** One JSON file; a damaged one is put aside. */
export async function openReminderMemory({ path, changed, notKept }: Parts): Promise<ReminderMemory> {
  let kept = path === undefined ? ReminderFile.parse({}) : await load(path)
  let last: Promise<unknown> = Promise.resolve()
  const apply = (change: Change) => {
    kept = { ...kept, ...change(kept) }
    changed()
  }
  const write = async (content: Kept) => {
    if (path !== undefined) await writeSafely(path, `${JSON.stringify(content, null, 2)}\n`)
  }
  const inTurn = (work: () => Promise<void>) => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
  return {
    read: () => kept,
    keep: (change) => {
      apply(change)
      void inTurn(() => write(kept)).catch(notKept)
    },
    save: (change) =>
      inTurn(async () => {
        try {
          await write({ ...kept, ...change(kept) })
        } catch (cause) {
          throw new AppError('settings.saveFailed', { cause })
        }
        // Meanwhile more may have been kept: it writes itself, after this.
        apply(change)
      }),
    settled: () => last,
  }
}

async function load(path: string): Promise<Kept> {
  if (!existsSync(path)) return ReminderFile.parse({})
  try {
    return ReminderFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    await putAside(path)
    return ReminderFile.parse({})
  }
}
