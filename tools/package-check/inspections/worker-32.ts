import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLibraryHeaders } from '../../../src/main/token/worker/library-header.ts'
import { addonPath } from './addon.ts'
import type { Inspection } from './inspection.ts'

const programs = ['node.exe', addonPath]
const texts = ['token-worker.js', 'node_modules/pkcs11js/index.js']

/** The 32-bit Node with the token worker (decision 0017) is whole, and is 32-bit. */
export const worker32IsWhole: Inspection = {
  name: '32-bit worker',
  systems: ['win'],
  inspect: ({ resources }) => {
    const folder = join(resources, 'node32')
    const missing = [...programs, ...texts].filter((name) => !existsSync(join(folder, name)))
    const wrong = programs
      .filter((name) => !missing.includes(name))
      .filter((name) => !readLibraryHeaders(readFileSync(join(folder, name))).some(({ cpu }) => cpu === 'ia32'))
    return [
      ...missing.map((name) => `node32/${name} is missing`),
      ...wrong.map((name) => `node32/${name} is not for 32-bit Windows`),
    ]
  },
}
