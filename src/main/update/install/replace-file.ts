import { copyFile, chmod, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../app-error.ts'
import { syncFolder } from '../../files/write-safely.ts'
import { sha512Of } from '../download/hash-of.ts'
import type { PackageFile } from '../ports.ts'

/**
 * Puts a package in the place of a file: at any moment the old file is there or the new one, whole, and what is put there
 * has been read again. The name stays, so that shortcuts do. Codes update.corrupt, update.installFailed: nothing has changed.
 */
export async function replaceFile({ path, sha512 }: PackageFile, target: string): Promise<void> {
  const beside = `${target}.new`
  try {
    await copyFile(path, beside)
    if ((await sha512Of(beside)) !== sha512) throw new AppError('update.corrupt')
    await chmod(beside, (await stat(target)).mode | 0o111)
    const file = await open(beside, 'r')
    await file.sync().finally(() => file.close())
    await rename(beside, target)
    await syncFolder(dirname(target))
  } catch (cause) {
    await rm(beside, { force: true })
    throw cause instanceof AppError ? cause : new AppError('update.installFailed', { cause })
  }
}
