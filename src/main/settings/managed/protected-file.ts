import { constants } from 'node:fs'
import { lstat, open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../app-error.ts'

/** Whom a file has to belong to for the program to take it for the administrator's. */
export interface Protection {
  /** Of the file and its folders: 0, except in tests. */
  readonly owner: number
  /** The folders from this one down are looked at: `/`, except in tests. */
  readonly top: string
}

const systemProtection: Protection = { owner: 0, top: '/' }

const writableByOthers = 0o022
const largestFile = 1 << 16

/**
 * Reads a file of at most 64 KiB that nobody but its owner can change, swap or move: the file itself and every folder
 * above it belong to the administrator, and neither group nor others may write there. No link is followed. For systems with
 * POSIX rights. Code settings.policyUnprotected; fails as the disk does otherwise.
 */
export async function readProtected(path: string, protection: Protection = systemProtection): Promise<Uint8Array> {
  await lstat(path)
  for (const folder of foldersAbove(path, protection.top)) {
    const stats = await lstat(folder)
    if (!stats.isDirectory() || !isOwn(stats, protection)) throw unprotected(folder)
  }
  const file = await openItself(path)
  try {
    const stats = await file.stat()
    if (!stats.isFile() || !isOwn(stats, protection)) throw unprotected(path)
    if (stats.size > largestFile) throw new Error('too large')
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** What is looked at and what is read are the same file. */
async function openItself(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ELOOP') throw unprotected(path)
    throw cause
  }
}

function isOwn({ uid, mode }: { readonly uid: number; readonly mode: number }, { owner }: Protection): boolean {
  return uid === owner && (mode & writableByOthers) === 0
}

/** From the file's folder upwards. */
function foldersAbove(path: string, top: string): readonly string[] {
  const folder = dirname(path)
  return folder === top || folder === dirname(folder) ? [folder] : [folder, ...foldersAbove(folder, top)]
}

function unprotected(path: string): AppError {
  return new AppError('settings.policyUnprotected', { cause: new Error(`others may change ${path}`) })
}
