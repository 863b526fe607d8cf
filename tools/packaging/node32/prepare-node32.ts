import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ensureAddon } from '../addon/ensure-addon.ts'
import { addonSource, builtMain, generated, koffiSource } from '../paths.ts'
import { fetchPackage } from '../fetch-package.ts'
import { ensureKoffi } from '../koffi/ensure-koffi.ts'
import { koffiFiles } from '../koffi/koffi-files.ts'
import { neededFiles } from './needed-files.ts'
import node32 from './node-win-x86.json' with { type: 'json' }
import { workers32 } from './workers-32.ts'

const addonFolder = 'node_modules/pkcs11js'

/**
 * Lays out `build/generated/node32`: a 32-bit Node, the built token workers, the addon and koffi, as decisions 0017 and 0043
 * have it. Needs out/main, and the addon for win-ia32 or a compiler that makes it.
 */
export async function prepareNode32(): Promise<void> {
  const folder = join(generated, 'node32')
  await rm(folder, { recursive: true, force: true })
  const node = await fetchPackage(node32)
  const files: readonly (readonly [from: string, to: string])[] = [
    [join(node, 'bin/node.exe'), 'node.exe'],
    ...(await neededFiles(builtMain, workers32)).map((file) => [join(builtMain, file), file] as const),
    ...['index.js', 'LICENSE'].map((file) => [join(addonSource, file), join(addonFolder, file)] as const),
    [(await ensureAddon('win-ia32')).path, join(addonFolder, 'build/Release/pkcs11.node')],
    ...koffiFiles.map((file) => [join(koffiSource, file), join('node_modules/koffi', file)] as const),
  ]
  for (const [from, to] of files) {
    const target = join(folder, to)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(from, target)
  }
  await cp(await ensureKoffi('win-ia32'), join(folder, 'node_modules'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n')
  await writeFile(join(folder, addonFolder, 'package.json'), await addonPackage())
}

/** Without its scripts and what it is developed with. */
async function addonPackage(): Promise<string> {
  const { name, version, license, main } = JSON.parse(
    await readFile(join(addonSource, 'package.json'), 'utf8'),
  ) as Readonly<Record<'name' | 'version' | 'license' | 'main', string>>
  return `${JSON.stringify({ name, version, license, main })}\n`
}
