import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sizeOf } from '../../content/downloads/run-transfer.ts'
import type { PackageEntry } from '../feed/feed-content.ts'

/** Where packages are kept: each under its hash, so that what belongs to another version is never gone on with. */
export interface PackageFolder {
  readonly path: string
  readonly pathOf: (entry: PackageEntry) => string
  readonly partOf: (entry: PackageEntry) => string
  /** Octets that are here of it, whole or in part. */
  readonly received: (entry: PackageEntry) => Promise<number>
  readonly isWhole: (entry: PackageEntry) => Promise<boolean>
  readonly make: () => Promise<void>
  /** Removes everything but these. */
  readonly keepOnly: (paths: readonly string[]) => Promise<void>
}

export function openPackageFolder(path: string): PackageFolder {
  const pathOf = ({ sha512, url }: PackageEntry) =>
    join(path, `${Buffer.from(sha512, 'base64').toString('hex').slice(0, 16)}-${url}`)
  const partOf = (entry: PackageEntry) => `${pathOf(entry)}.part`
  const isWhole = async (entry: PackageEntry) => (await sizeOf(pathOf(entry))) === entry.size
  return {
    ...{ path, pathOf, partOf, isWhole },
    received: async (entry) => {
      if (await isWhole(entry)) return entry.size
      return Math.min((await sizeOf(partOf(entry))) ?? 0, entry.size)
    },
    make: async () => {
      await mkdir(path, { recursive: true, mode: 0o700 })
    },
    keepOnly: async (paths) => {
      for (const name of await readdir(path).catch(() => [])) {
        if (!paths.includes(join(path, name))) await rm(join(path, name), { recursive: true, force: true })
      }
    },
  }
}
