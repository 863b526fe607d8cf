import { readFile, stat } from 'node:fs/promises'
import type { ErrorCode } from '../../shared/error-codes.ts'
import { AppError } from '../app-error.ts'

const largestFile = 1 << 16

/** A file that the user has chosen as a certificate. Fails with this code, and the reason `unreadable`, where it is none. */
export async function readSmallFile(path: string, code: ErrorCode): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > largestFile) throw new Error('too large for a certificate')
    return await readFile(path)
  } catch (cause) {
    throw new AppError(code, { details: { reason: 'unreadable' }, cause })
  }
}
