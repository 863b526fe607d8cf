import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { writeSafely } from '../files/write-safely.ts'
import type { Quarantine } from '../token/module-state.ts'
import type { FilePrint } from './found-driver.ts'

const QuarantineEntry = z.object({
  /** Identity of the file, see FoundDriver. */
  file: z.string(),
  size: z.number(),
  modifiedMs: z.number(),
  reason: z.enum(['crashed', 'hung', 'repeated']),
  operation: z.string(),
  end: z.string(),
  at: z.coerce.date(),
})

const MemoryFile = z.object({
  quarantined: z.array(QuarantineEntry).default([]),
  /** Serial number of a token → the file that answers for it. */
  tokens: z.record(z.string(), z.string()).default({}),
})
type Memory = z.output<typeof MemoryFile>

/** What drivers did in earlier runs of the program. */
export interface DriverMemory {
  /** Why this file is not started by itself. One that has become another (a new version) may try once more. */
  quarantineOf(file: string, print: FilePrint | undefined): Quarantine | undefined
  quarantine(file: string, print: FilePrint, quarantine: Quarantine): void
  /** The user wants to try it again. */
  lift(file: string): void
  /** The file that answered for this token the last time. */
  driverOf(serialNumber: string): string | undefined
  remember(serialNumber: string, file: string): void
  /** Every file that has answered for a token. */
  trusted(): ReadonlySet<string>
  /** When everything is on the disk, or has failed to get there. */
  settled(): Promise<void>
}

/** More keys than an office has; the oldest are forgotten. */
const longestList = 500

/** @param notKept told when the disk takes nothing: the program goes on with what it knows */
export async function openDriverMemory(path: string, notKept: (error: unknown) => void): Promise<DriverMemory> {
  let memory = await load(path)
  let writing: Promise<void> = Promise.resolve()
  const keep = (change: Partial<Memory>) => {
    memory = { ...memory, ...change }
    const text = `${JSON.stringify(memory, null, 2)}\n`
    writing = writing.then(() => writeSafely(path, text)).catch(notKept)
  }
  const without = (file: string) => memory.quarantined.filter((entry) => entry.file !== file)
  return {
    quarantineOf: (file, print) => {
      const entry = memory.quarantined.find((known) => known.file === file)
      if (entry === undefined || entry.size !== print?.size || entry.modifiedMs !== print.modifiedMs) return undefined
      const { reason, operation, end, at } = entry
      return { reason, operation, end, at }
    },
    quarantine: (file, print, quarantine) => {
      keep({ quarantined: [...without(file), { file, ...print, ...quarantine }].slice(-longestList) })
    },
    lift: (file) => keep({ quarantined: without(file) }),
    driverOf: (serialNumber) => new Map(Object.entries(memory.tokens)).get(serialNumber),
    remember: (serialNumber, file) => {
      const others = Object.entries(memory.tokens).filter(([known]) => known !== serialNumber)
      const all: readonly (readonly [string, string])[] = [...others, [serialNumber, file]]
      keep({ tokens: Object.fromEntries(all.slice(-longestList)) })
    },
    trusted: () => new Set(Object.values(memory.tokens)),
    settled: () => writing,
  }
}

/** Nothing in it is dear: a damaged file is begun anew, and a driver that crashes is quarantined again. */
async function load(path: string): Promise<Memory> {
  if (!existsSync(path)) return MemoryFile.parse({})
  try {
    return MemoryFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return MemoryFile.parse({})
  }
}
