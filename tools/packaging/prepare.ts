/**
 * `npm run package:inputs`: what electron-builder packs besides the built program: licences, and for Windows the 32-bit
 * worker. Needs `npm run build` before it.
 */
import { writeLicences } from './licences/write-licences.ts'
import { prepareNode32 } from './node32/prepare-node32.ts'

const systems = process.argv.slice(2)
await writeLicences()
if (systems.includes('win') || (systems.length === 0 && process.platform === 'win32')) await prepareNode32()
