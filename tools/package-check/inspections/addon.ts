import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fitsProcess, readLibraryHeaders } from '../../../src/main/token/worker/library-header.ts'
import { koffiLimits, tooNewFor } from '../../packaging/addon/oldest-systems.ts'
import { koffiPath } from '../../packaging/koffi/koffi-files.ts'
import { parseTarget } from '../../packaging/targets.ts'
import { nameOf, platforms, type Target } from '../target.ts'
import type { Inspection } from './inspection.ts'

export const addonPath = 'node_modules/pkcs11js/build/Release/pkcs11.node'

/** The addon and koffi are those of the package's system and CPU: electron-builder packs any other as gladly. */
export const addonFits: Inspection = {
  name: 'addon',
  inspect: ({ archive, target }) => {
    const named = parseTarget(nameOf(target))
    const judge = (name: string, limits?: typeof koffiLimits) => {
      const path = join(`${archive.path}.unpacked`, name)
      if (!existsSync(path)) return [`${name} is not beside the archive`]
      const file = readFileSync(path)
      return [...judgeHeader(name, file, target), ...tooNewFor(named, file, limits).map((what) => `${name}: ${what}`)]
    }
    return [...judge(addonPath), ...judge(koffiPath(named), koffiLimits)]
  },
}

function judgeHeader(name: string, file: Uint8Array, { system, arch }: Target): readonly string[] {
  const headers = readLibraryHeaders(file)
  if (fitsProcess(headers, platforms[system], arch)) return []
  return [`${name} is for ${headers.map(({ format, cpu }) => `${format} ${cpu}`).join(', ') || 'no system'}`]
}
