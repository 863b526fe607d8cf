import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ensureAddon } from '../addon/ensure-addon.ts'
import { addonSource, builtMain, generated } from '../paths.ts'
import { fetchNode32 } from './fetch-node.ts'
import { neededFiles } from './needed-files.ts'

const addonFolder = 'node_modules/pkcs11js'

/**
 * Lays out `build/generated/node32`: a 32-bit Node, the built token worker and the addon, as decision 0017 has it.
 * Needs out/main, and the addon for win-ia32 or a compiler that makes it.
 */
export async function prepareNode32(): Promise<void> {
  const folder = join(generated, 'node32')
  await rm(folder, { recursive: true, force: true })
  const node = await fetchNode32()
  const files: readonly (readonly [from: string, to: string])[] = [
    [join(node, 'bin/node.exe'), 'node.exe'],
    ...(await neededFiles(builtMain, 'token-worker.js')).map((file) => [join(builtMain, file), file] as const),
    ...['index.js', 'LICENSE'].map((file) => [join(addonSource, file), join(addonFolder, file)] as const),
    [(await ensureAddon('win-ia32')).path, join(addonFolder, 'build/Release/pkcs11.node')],
  ]
  for (const [from, to] of files) {
    const target = join(folder, to)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(from, target)
  }
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
