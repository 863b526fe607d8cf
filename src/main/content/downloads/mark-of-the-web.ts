import { writeFile } from 'node:fs/promises'

/** Tells the system that a file comes from outside. Never rejects: a file system may have no place for it. */
export type MarkDownloaded = (path: string) => Promise<void>

/** Zone 3, the internet: Windows asks before it lets such a file do anything, and Office opens it in its protected view. */
const zone = '[ZoneTransfer]\r\nZoneId=3\r\n'

/** A stream of the file on Windows (NTFS); other systems have no such mark. */
export function createMarkDownloaded(platform: NodeJS.Platform, write: typeof writeFile = writeFile): MarkDownloaded {
  return async (path) => {
    if (platform === 'win32') await write(`${path}:Zone.Identifier`, zone).catch(() => undefined)
  }
}
