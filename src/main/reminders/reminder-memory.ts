import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { reminderDays } from '../../shared/reminders/thresholds.ts'
import { AppError } from '../app-error.ts'
import { putAside } from '../files/put-aside.ts'
import { writeSafely } from '../files/write-safely.ts'
import type { Managed } from '../settings/managed/managed.ts'
import { ownChoices, withChoices } from './managed-choices.ts'

const Instant = z.iso.datetime()
const Telling = z.object({ days: z.literal(reminderDays), at: Instant })

const ReminderFile = z.object({
  /** As the user has chosen; otherwise what is usual here. */
  isOn: z.boolean().optional(),
  staysInBackground: z.boolean().optional(),
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
type File = Readonly<z.output<typeof ReminderFile>>
export type Kept = File & { readonly isOn: boolean; readonly staysInBackground: boolean }
type Change = (kept: Kept) => Partial<Kept>

/** What is remembered for reminders, and what the user has chosen about them. */
export interface ReminderMemory {
  read(): Kept
  /** Holds at once; a disk that does not take it is told of, and the program goes on with what it knows. */
  keep(change: Change): void
  /** Holds once it is on the disk. Codes settings.managed, settings.saveFailed: nothing has changed then. */
  save(change: Change): Promise<void>
  /** When everything is on the disk, or has failed to get there. */
  settled(): Promise<unknown>
}

interface Parts {
  /** Left out, nothing is written: the demonstration begins anew each time. */
  readonly path?: string | undefined
  readonly managed?: Managed | undefined
  readonly changed: () => void
  readonly notKept: (error: unknown) => void
}

/** One JSON file; a damaged one is put aside. */
export async function openReminderMemory({ path, managed, changed, notKept }: Parts): Promise<ReminderMemory> {
  let file = path === undefined ? ReminderFile.parse({}) : await load(path)
  let last: Promise<unknown> = Promise.resolve()
  const read = (): Kept => withChoices(file, managed)
  const changedBy = (change: Change): File => ({ ...file, ...ownChoices(change(read()), read(), managed) })
  const apply = (change: Change) => {
    file = changedBy(change)
    changed()
  }
  const write = async (content: File) => {
    if (path !== undefined) await writeSafely(path, `${JSON.stringify(content, null, 2)}\n`)
  }
  const inTurn = (work: () => Promise<void>) => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
  return {
    read,
    keep: (change) => {
      apply(change)
      void inTurn(() => write(file)).catch(notKept)
    },
    save: (change) =>
      inTurn(async () => {
        const content = changedBy(change)
        try {
          await write(content)
        } catch (cause) {
          throw new AppError('settings.saveFailed', { cause })
        }
        // Meanwhile more may have been kept: it writes itself, after this.
        apply(change)
      }),
    settled: () => last,
  }
}

async function load(path: string): Promise<File> {
  if (!existsSync(path)) return ReminderFile.parse({})
  try {
    return ReminderFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    await putAside(path)
    return ReminderFile.parse({})
  }
}
