import { readFile, rename, stat } from 'node:fs/promises'
import * as z from 'zod'
import { writeSafely } from '../files/write-safely.ts'

export interface Kept<T> {
  readonly value: T
  /** When the platform gave it; ISO 8601 in UTC. */
  readonly fetchedAt: string
}

/** Answers of one kind, of one platform. */
export interface Shelf<T> {
  get(key: string): Promise<Kept<T> | undefined>
  /** Never rejects: an answer that cannot be kept is an answer all the same. */
  put(key: string, kept: Kept<T>): Promise<void>
}

export interface ShelfOptions<T> {
  readonly path: string
  /** Whose answers they are: those of another platform are never shown. */
  readonly platform: string
  readonly schema: z.ZodType<T>
  /** How many are kept; the oldest goes first. */
  readonly most: number
  readonly notKept: (error: unknown) => void
}

/** A larger file was not written by this program. */
const largestFile = 16 << 20

/**
 * Answers of the platform in one JSON file, for when it cannot be reached. A file that is damaged is put aside and the
 * shelf is empty: everything on it can be asked for again.
 */
export function openShelf<T>(options: ShelfOptions<T>): Shelf<T> {
  let loading: Promise<Map<string, Kept<T>>> | undefined
  const load = () => (loading ??= read(options))
  let writing: Promise<unknown> = Promise.resolve()
  return {
    get: async (key) => (await load()).get(key),
    put: async (key, kept) => {
      const answers = await load()
      answers.delete(key)
      answers.set(key, kept)
      for (const oldest of [...answers.keys()].slice(0, Math.max(0, answers.size - options.most)))
        answers.delete(oldest)
      writing = writing.then(() => write(options, answers)).catch(options.notKept)
      await writing
    },
  }
}

function fileSchema<T>(schema: z.ZodType<T>) {
  return z.object({
    platform: z.string(),
    answers: z.array(z.object({ key: z.string(), fetchedAt: z.iso.datetime(), value: schema })),
  })
}

async function read<T>({ path, platform, schema, most }: ShelfOptions<T>): Promise<Map<string, Kept<T>>> {
  try {
    if ((await stat(path)).size > largestFile) throw new Error('too large')
    const file = fileSchema(schema).parse(JSON.parse(await readFile(path, 'utf8')))
    if (file.platform !== platform) return new Map()
    return new Map(file.answers.slice(-most).map(({ key, value, fetchedAt }) => [key, { value, fetchedAt }]))
  } catch (error) {
    if (!isMissing(error)) await rename(path, `${path}.damaged`).catch(() => undefined)
    return new Map()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

async function write<T>({ path, platform }: ShelfOptions<T>, kept: ReadonlyMap<string, Kept<T>>): Promise<void> {
  const answers = [...kept].map(([key, { value, fetchedAt }]) => ({ key, fetchedAt, value }))
  const text = JSON.stringify({ platform, answers })
  if (text.length > largestFile) throw new Error('too much to keep')
  await writeSafely(path, text)
}
