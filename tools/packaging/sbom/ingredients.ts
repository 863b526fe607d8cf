import { nativePartFor } from '../koffi/koffi-files.ts'
import { shippedFolders } from '../licences/shipped-software.ts'
import { readLockFile } from '../lock-file.ts'
import node32 from '../node32/node-win-x86.json' with { type: 'json' }
import { targets } from '../targets.ts'
import type { Ingredient } from './bill.ts'

/**
 * What is in the program for all systems, by what the bundles say of themselves: to npm nearly all of it is for
 * development. What each is and its hash are the lock file's. Needs `out/` as electron-vite has built it.
 */
export async function readIngredients(): Promise<readonly Ingredient[]> {
  const locked = await readLockFile()
  const natives = targets.map((target) => `node_modules/${nativePartFor(target).name}`)
  const folders = [...(await shippedFolders()), 'node_modules/koffi', ...natives]
  const { name, version, integrity } = node32
  return [
    ...folders.map((folder): Ingredient => ({ ...locked(folder), type: 'library' })),
    { ...locked('node_modules/electron'), type: 'framework' },
    { name, version, licence: 'MIT', integrity, type: 'platform' },
  ]
}
