import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { neededFiles } from '../../packaging/node32/needed-files.ts'
import { koffiFiles } from '../../packaging/koffi/koffi-files.ts'
import { workers32 } from '../../packaging/node32/workers-32.ts'
import { addonSource, builtMain, koffiSource } from '../../packaging/paths.ts'
import { electronVersion } from '../builder-parts.ts'
import { windowsExecutable } from '../stub-electron/windows.ts'

const addonFolder = 'node_modules/pkcs11js'

/** As tools/packaging/node32 lays it out, but for Node itself: that one would have to be loaded down. */
export async function writeStubWorker32(folder: string): Promise<void> {
  const bundle = await neededFiles(builtMain, workers32)
  const files = [
    ...bundle.map((name) => [join(builtMain, name), name] as const),
    ...['index.js', 'LICENSE', 'package.json'].map(
      (name) => [join(addonSource, name), join(addonFolder, name)] as const,
    ),
    ...koffiFiles.map((name) => [join(koffiSource, name), join('node_modules/koffi', name)] as const),
  ]
  for (const [from, to] of files) {
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    copyFileSync(from, join(folder, to))
  }
  writeFileSync(join(folder, 'node.exe'), await windowsExecutable(electronVersion(), 'ia32'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
}
