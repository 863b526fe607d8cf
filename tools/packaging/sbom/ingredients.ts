import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPackage } from '../licences/read-package.ts'
import { shippedFolders } from '../licences/shipped-software.ts'
import node32 from '../node32/node-win-x86.json' with { type: 'json' }
import { root } from '../paths.ts'
import type { Ingredient } from './bill.ts'

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>
}

/**
 * What is in the program, by what the bundles say of themselves: to npm nearly all of it is for development. The hash of
 * each is the lock file's. Needs `out/` as electron-vite has built it.
 */
export async function readIngredients(): Promise<readonly Ingredient[]> {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as LockFile
  const read = async (folder: string, type: Ingredient['type']): Promise<Ingredient> => {
    const { name, version, licence } = await readPackage(join(root, folder))
    return { name, version, licence, integrity: packages[folder]?.integrity ?? '', type }
  }
  const libraries = await Promise.all((await shippedFolders()).map((folder) => read(folder, 'library')))
  const { name, version, integrity } = node32
  return [
    ...libraries,
    await read('node_modules/electron', 'framework'),
    { name, version, licence: 'MIT', integrity, type: 'platform' },
  ]
}
