import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import { putAside } from '../files/put-aside.ts'
import { writeSafely } from '../files/write-safely.ts'
import { Version } from './feed/feed-content.ts'
import { KeptPackage } from './kept-package.ts'

const MemoryFile = z.object({
  /** The last automatic look, whatever came of it. */
  lookedAt: z.iso.datetime().optional(),
  /** The last look that was answered by a good feed. */
  checkedAt: z.iso.datetime().optional(),
  /** SECURITY: what was seen in a good feed once; one that names an older version has been kept back or replayed. */
  highestSeen: Version.optional(),
  /** The user has put this one off. */
  dismissed: Version.optional(),
  /** Did not start here, and was gone back from. */
  failed: z.array(Version).default([]),
  /** The feed whose update is being fetched or is here: checked again when it is read. */
  feed: z.object({ name: z.string(), content: z.base64(), signature: z.string() }).optional(),
  /** Strong tags of what is here in part, by SHA-512. */
  tags: z.record(z.string(), z.string()).default({}),
  /** The package that this version was installed from. */
  own: KeptPackage.optional(),
})
type Remembered = Readonly<z.output<typeof MemoryFile>>

export interface UpdateMemory {
  readonly read: () => Remembered
  /** In the order of the calls. What cannot be written holds until the program ends. */
  readonly change: (change: Partial<Remembered>) => Promise<void>
}

/** A file that is lost or damaged costs a look and a download, and nothing else. */
export async function openUpdateMemory(path: string, notKept: (error: unknown) => void): Promise<UpdateMemory> {
  let remembered = await load(path)
  let last = Promise.resolve()
  const write = async () => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeSafely(path, JSON.stringify(remembered))
  }
  return {
    read: () => remembered,
    change: (change) => {
      remembered = { ...remembered, ...change }
      last = last.then(write).catch(notKept)
      return last
    },
  }
}

async function load(path: string): Promise<Remembered> {
  if (!existsSync(path)) return MemoryFile.parse({})
  try {
    return MemoryFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    await putAside(path)
    return MemoryFile.parse({})
  }
}
