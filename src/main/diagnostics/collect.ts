import { setImmediate as immediate, setTimeout as sleep } from 'node:timers/promises'
import type { SectionName } from '../../shared/diagnostics/section-names.ts'
import type { Failure } from '../../shared/failure.ts'
import { AppError, toFailure } from '../app-error.ts'
import type { Content, Source } from './ports.ts'
import { redactValue } from './redact-value.ts'

/** A file of the package as it is packed. */
export interface Entry {
  readonly section: SectionName
  readonly file: string
  readonly text: string
  readonly failure?: Failure
}

interface Collecting {
  readonly redact: (text: string) => string
  readonly collected: (section: SectionName, isFailed: boolean) => void
  /** A section was left out; the reason is for the log. */
  readonly failed: (section: SectionName, failure: Failure, error: unknown) => void
  readonly deadlineMs?: number
}

const usualDeadlineMs = 5000
const largestEntry = 1_250_000
/** Of all entries together, in octets. */
const largestPackage = 5_000_000

/** Reads all sources at once, each with its own deadline, and redacts what they give. The order is that of the sources. */
export async function collect(sources: readonly Source[], options: Collecting): Promise<readonly Entry[]> {
  const sections = await Promise.all(sources.map((source) => readSection(source, options)))
  return withinLimit(sections.flat())
}

async function readSection(
  { section, read, deadlineMs: own }: Source,
  { redact, collected, failed, deadlineMs = own ?? usualDeadlineMs }: Collecting,
): Promise<readonly Entry[]> {
  try {
    const contents = await inTime(read(), deadlineMs)
    const entries: Entry[] = []
    for (const content of contents) entries.push({ section, file: content.file, text: await textOf(content, redact) })
    collected(section, false)
    return entries
  } catch (error) {
    const failure = toFailure(error)
    failed(section, failure, error)
    collected(section, true)
    return [{ section, file: `${section}.json`, text: json({ failed: failure.code }), failure }]
  }
}

async function inTime<T>(task: Promise<T>, deadlineMs: number): Promise<T> {
  const over = new AbortController()
  const late = sleep(deadlineMs, undefined, { signal: over.signal }).then(() => {
    throw new AppError('diagnostics.late')
  })
  try {
    return await Promise.race([task, late])
  } finally {
    late.catch(() => undefined)
    over.abort()
  }
}

async function textOf(content: Content, redact: (text: string) => string): Promise<string> {
  if ('value' in content) return endOf(json(redactValue(content.value, redact)))
  const lines: string[] = []
  for (const [index, line] of content.lines.entries()) {
    // A long log must not keep main from everything else.
    if (index % 200 === 199) await immediate()
    lines.push(redact(line))
  }
  return endOf(lines.join('\n'))
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** What happened last says most. */
function endOf(text: string): string {
  const octets = Buffer.from(text)
  if (octets.length <= largestEntry) return text
  const end = octets.subarray(-largestEntry).toString('utf8')
  return `[…]${end.slice(end.indexOf('\n'))}`
}

function withinLimit(entries: readonly Entry[]): readonly Entry[] {
  let left = largestPackage
  return entries.map((entry) => {
    const bytes = Buffer.byteLength(entry.text)
    if (bytes > left) return { ...entry, text: '[…]\n' }
    left -= bytes
    return entry
  })
}
