import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../app-error.ts'
import { writeSafely } from '../files/write-safely.ts'
import type { JournalEntry, EntryOf } from './journal-entry.ts'
import { readJournalFolder, type DamagedJournal } from './journal-folder.ts'
import { addEntry, beginRecord, type RenewalRecord } from './renewal-record.ts'

export interface Journal {
  /** Code journal.writeFailed: then nothing may be done that the entry announces. */
  begin(entry: EntryOf<'started'>): Promise<RenewalRecord>
  append(record: RenewalRecord, entry: JournalEntry): Promise<RenewalRecord>
  /** Every renewal of which something can be read, oldest first, and what cannot. */
  readAll(): Promise<{ readonly records: readonly RenewalRecord[]; readonly damaged: readonly DamagedJournal[] }>
}

/**
 * One file of JSON lines per renewal in this folder, rewritten whole for each entry: temporary file, fsync, rename, fsync
 * of the folder. The version before is kept beside it, for the case that a disk breaks its word.
 */
export async function openJournal(folder: string): Promise<Journal> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lines = new Map<string, readonly JournalEntry[]>()
  const write = async (renewalId: string, entries: readonly JournalEntry[]) => {
    await save(join(folder, `${renewalId}.jsonl`), entries)
    lines.set(renewalId, entries)
  }
  return {
    begin: async (entry) => {
      await write(entry.renewalId, [entry])
      return beginRecord(entry)
    },
    append: async (record, entry) => {
      const changed = addEntry(record, entry)
      const { renewalId } = record.started
      const before = lines.get(renewalId)
      if (before === undefined) throw new AppError('journal.damaged', { details: { renewalId } })
      await write(renewalId, [...before, entry])
      return changed
    },
    readAll: async () => {
      const { readable, damaged } = await readJournalFolder(folder)
      for (const { entries, record, isSalvaged } of readable) {
        const { renewalId } = record.started
        if (isSalvaged) await write(renewalId, entries)
        else lines.set(renewalId, entries)
      }
      return { records: readable.map(({ record }) => record), damaged }
    },
  }
}

async function save(path: string, entries: readonly JournalEntry[]): Promise<void> {
  try {
    await copyFile(path, `${path}.previous`).catch(ignoreMissing)
    await writeSafely(path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  } catch (cause) {
    throw new AppError('journal.writeFailed', { cause })
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
