import { chmodSync, mkdirSync, statSync } from 'node:fs'

/**
 * Makes the program's own folder where there is none, for this user only (0700), and closes one that others can look
 * into. Windows keeps others out of a user's profile by itself.
 */
export function keepFolderPrivate(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o700)
  } catch {
    // It cannot be made, or is another user's: nothing can be written there either, and that is told where it fails.
  }
}
