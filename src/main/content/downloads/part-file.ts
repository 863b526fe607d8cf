import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** What has come of a file so far. */
export interface PartFile {
  /** Octets that are here. */
  size(): Promise<number>
  /** Forgets them. */
  empty(): Promise<void>
  /** Adds at the end. */
  append(octets: Uint8Array): Promise<void>
  /** Puts everything on the disk. */
  close(): Promise<void>
}

export type OpenPart = (path: string) => Promise<PartFile>

const { O_APPEND, O_CREAT, O_RDWR } = constants
/** A folder that the user saves to may be open to others: what they put there as a link is refused (ELOOP). */
const noLink = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW

/** Goes on where a file was left, or begins it. Not executable, and for this user only: mode 0600. */
export const openPart: OpenPart = async (path) => {
  const file = await open(path, O_RDWR | O_APPEND | O_CREAT | noLink, 0o600)
  return {
    size: async () => (await file.stat()).size,
    empty: () => file.truncate(0),
    append: (octets) => file.writeFile(octets),
    close: async () => {
      try {
        await file.sync()
      } finally {
        await file.close()
      }
    },
  }
}
