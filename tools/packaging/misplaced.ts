import { join } from 'node:path'
import { readBinaryTarget } from './binary-target.ts'
import { koffiPath } from './koffi/koffi-files.ts'
import type { Target } from './targets.ts'

const addon = 'node_modules/pkcs11js/build/Release/pkcs11.node'

/**
 * Native files of a package that are missing or are built for something else, as sentences.
 * @param resources the folder `resources` of the unpacked program
 */
export async function misplaced(resources: string, target: Target): Promise<readonly string[]> {
  const wanted = new Map<string, string>([
    [`app.asar.unpacked/${addon}`, target],
    [`app.asar.unpacked/${koffiPath(target)}`, target],
    ...(target.startsWith('win-') ? worker32 : []),
  ])
  const found = await Promise.all(
    [...wanted].map(async ([file, want]) => ({ file, want, got: await readBinaryTarget(join(resources, file)) })),
  )
  return found.filter(({ want, got }) => got !== want).map(({ file, want, got }) => `${file} is ${got}, not ${want}`)
}

/** What loads 32-bit drivers (decision 0017). */
const worker32 = [
  ['node32/node.exe', 'win-ia32'],
  [`node32/${addon}`, 'win-ia32'],
  [`node32/${koffiPath('win-ia32')}`, 'win-ia32'],
] as const
