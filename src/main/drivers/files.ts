import { open, readdir, readFile, realpath } from 'node:fs/promises'

/** The disk as far as drivers are looked for on it. None of these rejects: what cannot be read is not there. */
export interface Files {
  /** Where this path leads to; nothing where it leads nowhere. */
  realPath(path: string): Promise<string | undefined>
  /** The names in a folder. */
  list(folder: string): Promise<readonly string[]>
  readText(path: string): Promise<string | undefined>
  /** The first octets of a file, and what tells it from another version of itself. */
  look(path: string, octets: number): Promise<FileLook>
  /** So many octets from here on, fewer where the file ends. */
  readAt(path: string, position: number, length: number): Promise<Uint8Array>
}

export type FileLook =
  | { readonly kind: 'file'; readonly start: Uint8Array; readonly size: number; readonly modifiedMs: number }
  | { readonly kind: 'missing' | 'unreadable' }

export function createDiskFiles(): Files {
  return {
    realPath: (path) => realpath(path).catch(() => undefined),
    list: (folder) => readdir(folder).catch(() => []),
    readText: (path) => readFile(path, 'utf8').catch(() => undefined),
    look: (path, octets) => lookAt(path, octets).catch(toKind),
    readAt: (path, position, length) => readAt(path, position, length).catch(() => new Uint8Array()),
  }
}

async function lookAt(path: string, octets: number): Promise<FileLook> {
  const file = await open(path, 'r')
  try {
    const stats = await file.stat()
    if (!stats.isFile()) return { kind: 'missing' }
    const { buffer, bytesRead } = await file.read(new Uint8Array(octets), 0, octets, 0)
    return { kind: 'file', start: buffer.subarray(0, bytesRead), size: stats.size, modifiedMs: stats.mtimeMs }
  } finally {
    await file.close()
  }
}

async function readAt(path: string, position: number, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    // Of a file that is shorter only what is there is made room for.
    const most = Math.max(0, Math.min(length, (await file.stat()).size - position))
    const { buffer, bytesRead } = await file.read(new Uint8Array(most), 0, most, position)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function toKind(thrown: unknown): FileLook {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  return { kind: code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' ? 'missing' : 'unreadable' }
}
