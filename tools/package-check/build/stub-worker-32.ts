import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { neededFiles } from '../../packaging/node32/needed-files.ts'
import { addonSource, builtMain } from '../../packaging/paths.ts'
import { electronVersion } from '../builder-parts.ts'
import { windowsExecutable } from '../stub-electron/windows.ts'

const addonFolder = 'node_modules/pkcs11js'

/** As tools/packaging/node32 lays it out, but for Node itself: that one would have to be loaded down. */
export async function writeStubWorker32(folder: string): Promise<void> {
  const bundle = await neededFiles(builtMain, 'token-worker.js')
  const files = [
    ...bundle.map((name) => [join(builtMain, name), name] as const),
    ...['index.js', 'LICENSE', 'package.json'].map(
      (name) => [join(addonSource, name), join(addonFolder, name)] as const,
    ),
  ]
  for (const [from, to] of files) {
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    copyFileSync(from, join(folder, to))
  }
  writeFileSync(join(folder, 'node.exe'), await windowsExecutable(electronVersion(), 'ia32'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
}
