import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PinnedPackage } from './fetch-package.ts'
import { root } from './paths.ts'

interface LockedPackage extends PinnedPackage {
  /** SPDX. */
  readonly licence: string
}

type LockFile = Readonly<
  Record<'packages', Record<string, Readonly<Partial<Record<'version' | 'integrity' | 'license', string>>>>>
>

/**
 * package-lock.json, as a function that tells what a package is, whether it is installed here or not: by its folder,
 * `node_modules/@a/b`. It throws where it does not know it.
 */
export async function readLockFile(): Promise<(folder: string) => LockedPackage> {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as LockFile
  return (folder) => {
    const { version, integrity, license: licence } = packages[folder] ?? {}
    const name = folder.replace(/^.*node_modules\//, '')
    if (version !== undefined && integrity !== undefined && licence !== undefined)
      return { name, version, integrity, licence }
    throw new Error(`package-lock.json does not say what ${name} is`)
  }
}
