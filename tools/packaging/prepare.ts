/**
 * `npm run package:inputs [-- <os> …]`: what electron-builder packs besides the built program and the addon: licences, koffi's
 * native part, and for Windows the 32-bit workers. Needs `npm run build` before it.
 */
import { ensureKoffi } from './koffi/ensure-koffi.ts'
import { writeLicences } from './licences/write-licences.ts'
import { prepareNode32 } from './node32/prepare-node32.ts'
import { targetOf, targets } from './targets.ts'

const systems = process.argv.slice(2)
const named = targets.filter((target) => systems.some((system) => target.startsWith(`${system}-`)))
await writeLicences()
for (const target of named.length === 0 ? [targetOf(process.platform, process.arch)] : named) await ensureKoffi(target)
if (systems.includes('win') || (systems.length === 0 && process.platform === 'win32')) await prepareNode32()
