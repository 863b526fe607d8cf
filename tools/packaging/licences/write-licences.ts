import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generated, root } from '../paths.ts'
import { licenceText } from './licence-text.ts'
import { shippedSoftware } from './shipped-software.ts'

const own = ['license_zh_CN.txt', 'license_en_US.txt']

/** Fills `build/generated/licenses`, which every package carries as `resources/licenses`. */
export async function writeLicences(): Promise<void> {
  const folder = join(generated, 'licenses')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'third-party.txt'), licenceText(await shippedSoftware()))
  for (const name of own) await copyFile(join(root, 'build', name), join(folder, name))
}
