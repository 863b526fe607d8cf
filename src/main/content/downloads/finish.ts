import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../app-error.ts'
import { syncFolder } from '../../files/write-safely.ts'
import { makeEmpty, takeFreeName } from './free-name.ts'
import type { MarkDownloaded } from './mark-of-the-web.ts'
import type { TransferRecord } from './record.ts'
import { storing } from './storing.ts'

export function partOf(path: string): string {
  return `${path}.part`
}

/** SHA-256 of what is on the disk, not of what was meant to get there; lower-case hex. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const octets of createReadStream(path)) if (octets instanceof Uint8Array) hash.update(octets)
  return hash.digest('hex')
}

/**
 * Makes the part the file, if it is what the platform has published; else removes it: content.hashMismatch. Nothing that
 * is there by this name already is replaced. Answers with where the file is.
 */
export async function finish({ path, sha256 }: TransferRecord, markDownloaded: MarkDownloaded): Promise<string> {
  const part = partOf(path)
  if ((await storing(() => hashOf(part))) !== sha256) {
    await rm(part, { force: true })
    throw new AppError('content.hashMismatch')
  }
  const file = await storing(async () => {
    const free = await takeFreeName(path, makeEmpty)
    await rename(part, free).catch(async (error: unknown) => {
      await rm(free, { force: true })
      throw error
    })
    await syncFolder(dirname(free))
    return free
  })
  await markDownloaded(file)
  return file
}
