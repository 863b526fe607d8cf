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

/** Goes on where a file was left, or begins it. As every new file it is not executable. */
export const openPart: OpenPart = async (path) => {
  const file = await open(path, 'a+')
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
