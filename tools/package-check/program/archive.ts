import { getRawHeader } from '@electron/asar'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** app.asar, as it lies on the disk. */
export interface Archive {
  readonly path: string
  readonly bytes: number
  /** By path inside, without a leading slash. */
  readonly files: ReadonlyMap<string, ArchiveFile>
  /** SHA-256 of the header as text (hex): what Electron compares with its executable or Info.plist. */
  readonly headerSha256: string
}

export interface ArchiveFile {
  readonly path: string
  /** Beside the archive, in app.asar.unpacked. */
  readonly isUnpacked: boolean
  readonly integrity: Integrity | undefined
  read(): Buffer
}

interface Integrity {
  readonly algorithm: string
  readonly hash: string
  readonly blockSize: number
  readonly blocks: readonly string[]
}

/** An entry of the header: a folder, a link or a file. Documented in @electron/asar's README. */
interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly link?: string
  readonly size?: number
  readonly offset?: string
  readonly unpacked?: boolean
  readonly integrity?: Integrity
}

/** Behind the header's own size stands one more word, and then the header. */
const wordsBeforeHeader = 8

export function openArchive(path: string): Archive {
  const content = readFileSync(path)
  const { headerString, headerSize } = getRawHeader(path)
  const body = content.subarray(wordsBeforeHeader + headerSize)
  const header = JSON.parse(headerString) as Entry
  const files = [...entriesBelow(header, '')].map(([name, entry]): ArchiveFile => {
    const isUnpacked = entry.unpacked === true
    const [begin, size] = [Number(entry.offset), entry.size ?? 0]
    return {
      ...{ path: name, isUnpacked, integrity: entry.integrity },
      read: () => (isUnpacked ? readFileSync(join(`${path}.unpacked`, name)) : body.subarray(begin, begin + size)),
    }
  })
  return {
    path,
    bytes: content.length,
    files: new Map(files.map((file) => [file.path, file])),
    headerSha256: createHash('sha256').update(headerString).digest('hex'),
  }
}

function* entriesBelow(folder: Entry, prefix: string): Generator<readonly [string, Entry]> {
  for (const [name, entry] of Object.entries(folder.files ?? {}))
    if (entry.files !== undefined) yield* entriesBelow(entry, `${prefix}${name}/`)
    else if (entry.link === undefined) yield [prefix + name, entry]
}

/** A text of the archive, or undefined when it is not there. */
export function textIn({ files }: Archive, path: string): string | undefined {
  return files.get(path)?.read().toString('utf8')
}
