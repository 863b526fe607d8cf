import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../app-error.ts'
import { writeSafely } from '../files/write-safely.ts'
import { JournalEntry, type EntryOf } from './journal-entry.ts'
import { addEntry, beginRecord, type RenewalRecord } from './renewal-record.ts'

export interface Journal {
  /** Code journal.writeFailed: then nothing may be done that the entry announces. */
  begin(entry: EntryOf<'started'>): Promise<RenewalRecord>
  append(record: RenewalRecord, entry: JournalEntry): Promise<RenewalRecord>
  /** Every renewal that can be read, oldest first, and the files that cannot. */
  readAll(): Promise<{ readonly records: readonly RenewalRecord[]; readonly damaged: readonly string[] }>
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
    readAll: () => readFolder(folder, lines),
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

async function readFolder(folder: string, lines: Map<string, readonly JournalEntry[]>) {
  const records: RenewalRecord[] = []
  const damaged: string[] = []
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.jsonl')) continue
    const entries = await readEntries(join(folder, name))
    if (entries === undefined) {
      damaged.push(name)
      continue
    }
    const record = fold(entries)
    lines.set(record.started.renewalId, entries)
    records.push(record)
  }
  records.sort((one, other) => one.started.at.localeCompare(other.started.at))
  return { records, damaged }
}

/** The file's entries, else those of the version before it. */
async function readEntries(path: string): Promise<readonly JournalEntry[] | undefined> {
  return (await tryRead(path)) ?? (await tryRead(`${path}.previous`))
}

async function tryRead(path: string): Promise<readonly JournalEntry[] | undefined> {
  try {
    const text = await readFile(path, 'utf8')
    const entries = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JournalEntry.parse(JSON.parse(line)))
    fold(entries)
    return entries
  } catch {
    return undefined
  }
}

function fold(entries: readonly JournalEntry[]): RenewalRecord {
  const [first, ...others] = entries
  if (first?.state !== 'started') throw new AppError('journal.damaged')
  return others.reduce(addEntry, beginRecord(first))
}
