import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { koffiSoftware } from '../koffi/koffi-software.ts'
import node32 from '../node32/node-win-x86.json' with { type: 'json' }
import { built, root } from '../paths.ts'
import { packageLists } from './list-packages.ts'
import { readPackage, type ShippedSoftware } from './read-package.ts'

const bundles = ['main', 'preload', 'renderer']
/** What is not bundled: the addon's package lies in the archive as it is. koffi does too, in parts (koffi-software.ts). */
const unbundled = ['node_modules/pkcs11js']

/**
 * The packages of npm that are in the program, as folders of package-lock.json: what the bundles say of themselves, and
 * what lies beside them. Needs `out/` as electron-vite has built it.
 */
export async function shippedFolders(): Promise<readonly string[]> {
  const lists = bundles.flatMap((bundle) => packageLists.map((name) => join(built, bundle, name)))
  const folders = await Promise.all(lists.map(readList))
  return [...new Set([...folders.flat(), ...unbundled])].sort()
}

/** Only the page has workers: their list may be missing elsewhere. */
async function readList(path: string): Promise<readonly string[]> {
  const isOptional = path.endsWith(packageLists[1]) && !path.includes('renderer')
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isOptional) return '[]'
    throw error
  })
  return JSON.parse(text) as readonly string[]
}

/** All software of others in the program, by name. Electron and Node are no packages of npm to it, but what it runs on. */
export async function shippedSoftware(): Promise<readonly ShippedSoftware[]> {
  const packages = await Promise.all((await shippedFolders()).map((folder) => readPackage(join(root, folder))))
  const software = [...packages, ...(await koffiSoftware()), ...(await runtimes())]
  return software.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function runtimes(): Promise<readonly ShippedSoftware[]> {
  const text = await readFile(join(import.meta.dirname, '../node32/LICENSE.node.txt'), 'utf8')
  return [
    await readPackage(join(root, 'node_modules/electron')),
    { name: 'Node.js (Windows, for 32-bit drivers)', version: node32.version, licence: 'MIT', text: text.trim() },
  ]
}
