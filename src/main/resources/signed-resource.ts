import { existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import type * as z from 'zod'
import { AppError } from '../app-error.ts'
import { writeSafely } from '../files/write-safely.ts'
import { openEnvelope, refused } from './signed-envelope.ts'

/** Far above any table; a file that was chosen by mistake is not read whole. */
const longestFile = 4_000_000

/** Something that the program ships and that can be replaced by a newer, signed file without a new program. */
export interface SignedResource<T> {
  /** What is in use now. */
  read(): T
  origin(): 'built-in' | 'file'
  /** False: this program knows no key, so it refuses every file. */
  readonly acceptsFiles: boolean
  /**
   * Puts a file to use and keeps it. Codes resource.refused (details.reason) when it is not signed, not understood or not
   * newer than what is in use, and settings.saveFailed; nothing has changed then.
   */
  take(file: string): Promise<T>
}

interface ResourceParts<T> {
  readonly schema: z.ZodType<T>
  readonly builtIn: T
  /** Where the signed file is kept, as it came: it is checked again at every start. */
  readonly path: string
  readonly keys: readonly string[]
}

/** Opens what was kept; a kept file that is damaged, or older than what the program ships by now, is not used. */
export async function openSignedResource<T extends { readonly version: number }>(
  parts: ResourceParts<T>,
): Promise<SignedResource<T>> {
  const { builtIn, path, keys } = parts
  let current = (await readKept(parts)) ?? builtIn
  return {
    read: () => current,
    origin: () => (current === builtIn ? 'built-in' : 'file'),
    acceptsFiles: keys.length > 0,
    take: async (file) => {
      const text = await readChosen(file)
      const taken = openEnvelope(text, parts)
      // SECURITY: an older table is a signed one too; taking it would bring back what was mended since.
      if (taken.version <= current.version) throw refused('older')
      try {
        await writeSafely(path, text)
      } catch (cause) {
        throw new AppError('settings.saveFailed', { cause })
      }
      current = taken
      return taken
    },
  }
}

async function readKept<T extends { readonly version: number }>(parts: ResourceParts<T>): Promise<T | undefined> {
  if (!existsSync(parts.path)) return undefined
  try {
    const kept = openEnvelope(await readFile(parts.path, 'utf8'), parts)
    return kept.version > parts.builtIn.version ? kept : undefined
  } catch {
    return undefined
  }
}

async function readChosen(path: string): Promise<string> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      if (size > longestFile) throw refused('unreadable')
      return await file.readFile('utf8')
    } finally {
      await file.close()
    }
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : refused('unreadable')
  }
}
