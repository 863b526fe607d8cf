import { join } from 'node:path'
import { readPackage, readTexts, type ShippedSoftware } from '../licences/read-package.ts'
import { readLockFile } from '../lock-file.ts'
import { koffiSource } from '../paths.ts'
import { targets } from '../targets.ts'
import { nativePartFor } from './koffi-files.ts'

/** Headers that koffi is compiled with, and which bring code of their own; they lie in its package. */
const headers = ['vendor/node-addon-api', 'vendor/node-api-headers']

/** koffi and its native parts for all systems, which are packages without a text of their licence: it is koffi's. */
export async function koffiSoftware(): Promise<readonly ShippedSoftware[]> {
  const locked = await readLockFile()
  const koffi = await readPackage(koffiSource)
  const texts = await Promise.all(headers.map((folder) => readTexts(join(koffiSource, folder))))
  const text = [koffi.text, ...texts.flat()].join('\n\n')
  const parts = targets.map((target) => locked(`node_modules/${nativePartFor(target).name}`))
  return [koffi, ...parts.map(({ name, version, licence }) => ({ name, version, licence, text }))]
}
