import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLibraryHeaders } from '../../../src/main/token/worker/library-header.ts'
import { koffiFiles, koffiPath, nativePartFor } from '../../packaging/koffi/koffi-files.ts'
import { neededFiles } from '../../packaging/node32/needed-files.ts'
import { workers32 } from '../../packaging/node32/workers-32.ts'
import { addonPath } from './addon.ts'
import type { Inspection } from './inspection.ts'

const programs = ['node.exe', addonPath, koffiPath('win-ia32')]
const texts = [
  ...workers32,
  'node_modules/pkcs11js/index.js',
  ...koffiFiles.map((name) => `node_modules/koffi/${name}`),
  `node_modules/${nativePartFor('win-ia32').name}/index.js`,
]

/** The 32-bit Node with the token workers (decisions 0017, 0043) is whole, and is 32-bit. */
export const worker32IsWhole: Inspection = {
  name: '32-bit worker',
  systems: ['win'],
  inspect: async ({ resources }) => {
    const folder = join(resources, 'node32')
    const workers = workers32.filter((name) => existsSync(join(folder, name)))
    const named = [...programs, ...texts, ...(await neededFiles(folder, workers))]
    const missing = [...new Set(named)].filter((name) => !existsSync(join(folder, name)))
    const wrong = programs
      .filter((name) => !missing.includes(name))
      .filter((name) => !readLibraryHeaders(readFileSync(join(folder, name))).some(({ cpu }) => cpu === 'ia32'))
    return [
      ...missing.map((name) => `node32/${name} is missing`),
      ...wrong.map((name) => `node32/${name} is not for 32-bit Windows`),
    ]
  },
}
