import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeSafely } from '../files/write-safely.ts'

/** Answers as they came, signed: each is checked again when it is read, so the folder needs no protection. */
export interface KeptAnswers {
  /** Undefined when there is none. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>
  /** What cannot be kept is asked for again the next time. */
  readonly write: (name: string, octets: Uint8Array) => Promise<void>
}

/** Enough for the lists of several CAs; the oldest go first. */
const mostBytes = 256 << 20

export function openKeptAnswers(folder: string): KeptAnswers {
  const pathOf = (name: string) => join(folder, createHash('sha256').update(name).digest('hex'))
  return {
    read: async (name) => {
      try {
        return await readFile(pathOf(name))
      } catch {
        return undefined
      }
    },
    write: async (name, octets) => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeSafely(pathOf(name), octets)
        await removeOldest(folder)
      } catch {
        // A full disk must not keep the answer from being used now.
      }
    },
  }
}

async function removeOldest(folder: string): Promise<void> {
  const names = await readdir(folder)
  const files = await Promise.all(names.map(async (name) => ({ name, ...(await sizeOf(join(folder, name))) })))
  let total = files.reduce((sum, { size }) => sum + size, 0)
  for (const { name, size } of files.sort((one, other) => one.mtimeMs - other.mtimeMs)) {
    if (total <= mostBytes) break
    await rm(join(folder, name), { force: true })
    total -= size
  }
}

async function sizeOf(path: string) {
  const { size, mtimeMs } = await stat(path)
  return { size, mtimeMs }
}
