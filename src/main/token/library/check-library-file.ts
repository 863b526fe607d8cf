import { statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { AppError } from '../../app-error.ts'
import { readFileStart } from '../worker/file-start.ts'
import { whyNotLoadable } from '../worker/library-fit.ts'

/**
 * Is this a library that this process can load? The file is looked at before the loader is asked, whose own words
 * mislead: a library for another CPU is "no such file". Errors: token.moduleNotFound, token.moduleNotPkcs11,
 * token.moduleWrongArchitecture, token.moduleBroken (details.detail unreadable).
 */
export function checkLibraryFile(path: string): void {
  const failure = whyNotLoadable(readStart(path), { platform: process.platform, cpus: [process.arch] })
  if (failure !== undefined) throw new AppError(failure.code, { details: failure.details })
}

function readStart(path: string): Uint8Array {
  // By its whole path or not at all: a bare name is looked for in PATH and in the folder the program was started in.
  if (!isAbsolute(path)) throw new AppError('token.moduleNotFound')
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new AppError('token.moduleNotFound')
  try {
    return readFileStart(path)
  } catch (cause) {
    throw new AppError('token.moduleBroken', { details: { detail: 'unreadable' }, cause })
  }
}
