import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../app-error.ts'
import { JournalEntry } from './journal-entry.ts'
import { addEntry, beginRecord, type RenewalRecord } from './renewal-record.ts'

/** A journal of which nothing can be read. It is kept under this name; its order is found again through the platform. */
export interface DamagedJournal {
  readonly name: string
  readonly at: Date
}

interface ReadJournal {
  /** Part of a damaged file, to be written anew. */
  readonly isSalvaged: boolean
  readonly entries: readonly JournalEntry[]
  readonly record: RenewalRecord
}

const suffix = '.jsonl'

/** Reads every journal, oldest first; sets aside what is damaged, and clears away what a killed write left. */
export async function readJournalFolder(folder: string): Promise<{
  readonly readable: readonly ReadJournal[]
  readonly damaged: readonly DamagedJournal[]
}> {
  const readable: ReadJournal[] = []
  const names = await readdir(folder)
  for (const name of names.filter((candidate) => candidate.endsWith('.tmp'))) await rm(join(folder, name))
  for (const base of journalNames(names)) {
    const journal = await readJournal(join(folder, base))
    if (journal !== undefined) readable.push(journal)
  }
  readable.sort((one, other) => one.record.started.at.localeCompare(other.record.started.at))
  return { readable, damaged: await listDamaged(folder, readable) }
}

/** A file may be gone while the version before it is still there. */
function journalNames(names: readonly string[]): ReadonlySet<string> {
  const journals = names.filter((name) => name.endsWith(suffix) || name.endsWith(`${suffix}.previous`))
  return new Set(journals.map((name) => name.replace(/\.previous$/, '')))
}

/** The file; else as much of it, or of the version before it, as makes sense, marked as possibly behind what was done. */
async function readJournal(path: string): Promise<ReadJournal | undefined> {
  const whole = await readLines(path)
  if (whole.isWhole) return fold(whole.entries)
  const previous = await readLines(`${path}.previous`)
  const longest = whole.entries.length > previous.entries.length ? whole.entries : previous.entries
  await rename(path, `${path}.damaged`).catch(() => undefined)
  const journal = fold(longest)
  return journal && rewound(journal)
}

function rewound({ entries }: ReadJournal): ReadJournal | undefined {
  const [started, ...others] = entries
  const journal = started?.state === 'started' ? fold([{ ...started, isRewound: true }, ...others]) : undefined
  return journal && { ...journal, isSalvaged: true }
}

interface Lines {
  /** From the first line on, as long as each makes sense after the one before. */
  readonly entries: readonly JournalEntry[]
  readonly isWhole: boolean
}

async function readLines(path: string): Promise<Lines> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const lines = text.split('\n')
  const entries: JournalEntry[] = []
  // A whole file ends with the end of a line.
  for (const line of lines.slice(0, -1)) {
    const entry = parse(line)
    if (entry === undefined || fold([...entries, entry]) === undefined) return { entries, isWhole: false }
    entries.push(entry)
  }
  return { entries, isWhole: entries.length > 0 && lines.at(-1) === '' }
}

function parse(line: string): JournalEntry | undefined {
  try {
    return JournalEntry.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

function fold(entries: readonly JournalEntry[]): ReadJournal | undefined {
  const [first, ...others] = entries
  if (first?.state !== 'started') return undefined
  try {
    return { entries, record: others.reduce(addEntry, beginRecord(first)), isSalvaged: false }
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** Those that no later renewal has made up for, as far as this folder tells. */
async function listDamaged(folder: string, readable: readonly ReadJournal[]): Promise<readonly DamagedJournal[]> {
  const salvaged = new Set(readable.map(({ record }) => `${record.started.renewalId}${suffix}.damaged`))
  const damaged: DamagedJournal[] = []
  for (const name of await readdir(folder)) {
    if (!name.endsWith(`${suffix}.damaged`) || salvaged.has(name)) continue
    const { mtime } = await stat(join(folder, name))
    if (!readable.some(({ record }) => hasMadeUpFor(record, mtime))) damaged.push({ name, at: mtime })
  }
  return damaged
}

function hasMadeUpFor({ state, started }: RenewalRecord, damagedAt: Date): boolean {
  return state === 'completed' && new Date(started.at) > damagedAt
}
