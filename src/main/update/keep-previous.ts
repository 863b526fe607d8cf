import { copyFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { storing } from '../content/downloads/storing.ts'
import { sha512Of } from './download/hash-of.ts'
import type { PackageFolder } from './download/package-folder.ts'
import type { KeptPackage } from './kept-package.ts'
import type { Offer } from './offer.ts'

interface KeepingParts {
  readonly folder: PackageFolder
  /** Of the program that runs. */
  readonly version: string
  /** The AppImage that runs. */
  readonly ownFile: string | undefined
  /** The package that this version was installed from, if it is here. */
  readonly own: KeptPackage | undefined
}

/**
 * What can be gone back to: a copy of the program where it is one file, else the package it was installed from. Undefined
 * where there is none, or not any more. Codes of storing.
 */
export async function keepPrevious(offer: Offer, parts: KeepingParts): Promise<KeptPackage | undefined> {
  const { folder, version, ownFile, own } = parts
  if (ownFile !== undefined) return copyOf(ownFile, parts)
  const { previous } = offer
  const kept =
    previous === undefined
      ? own
      : { version, path: folder.pathOf(previous), sha512: previous.sha512, size: previous.size }
  return kept?.version === version && (await sha512Of(kept.path)) === kept.sha512 ? kept : undefined
}

async function copyOf(ownFile: string, { folder, version }: KeepingParts): Promise<KeptPackage | undefined> {
  const path = join(folder.path, `running-${version}.AppImage`)
  await storing(async () => {
    await folder.make()
    await copyFile(ownFile, path)
  })
  const [sha512, original] = [await sha512Of(path), await sha512Of(ownFile)]
  if (sha512 === undefined || sha512 !== original) return undefined
  return { version, path, sha512, size: (await stat(path)).size }
}
