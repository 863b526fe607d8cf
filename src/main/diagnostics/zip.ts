import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

interface ZipEntry {
  readonly file: string
  readonly text: string
}

/** A zip of text files, in this order, all with this time. The same entries make the same octets. */
export async function zip(entries: readonly ZipEntry[], mtime: Date): Promise<Uint8Array> {
  const file = new ZipFile()
  for (const { file: name, text } of entries) file.addBuffer(Buffer.from(text), name, { mtime, mode: 0o100600 })
  file.end()
  return buffer(file.outputStream)
}
