import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fitsProcess, readLibraryHeaders } from '../../../src/main/token/worker/library-header.ts'
import { platforms } from '../target.ts'
import type { Inspection } from './inspection.ts'

export const addonPath = 'node_modules/pkcs11js/build/Release/pkcs11.node'

/** The addon is that of the package's system and CPU: electron-builder packs any other as gladly. */
export const addonFits: Inspection = {
  name: 'addon',
  inspect: ({ archive, target }) => {
    const path = join(`${archive.path}.unpacked`, addonPath)
    if (!existsSync(path)) return [`${addonPath} is not beside the archive`]
    const headers = readLibraryHeaders(readFileSync(path))
    if (fitsProcess(headers, platforms[target.system], target.arch)) return []
    return [`the addon is for ${headers.map(({ format, cpu }) => `${format} ${cpu}`).join(', ') || 'no system'}`]
  },
}
