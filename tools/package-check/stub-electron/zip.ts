import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

export interface ZipEntry {
  readonly path: string
  readonly content: string | Uint8Array
  /** With the bits that say what it is: 0o120777 is a link, its content the way to go. */
  readonly mode?: number
}

const regularFile = 0o100644

/** One zip file, in memory. */
export async function zip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const file = new ZipFile()
  for (const { path, content, mode = regularFile } of entries)
    file.addBuffer(Buffer.from(content), path, { mode, mtime: new Date(0) })
  file.end()
  return buffer(file.outputStream)
}
