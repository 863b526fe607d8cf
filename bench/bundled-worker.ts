import { join } from 'node:path'
import { createStdioSpawner } from '../src/main/token/stdio/stdio-spawner.ts'
import { createForkSpawner } from '../src/main/token/fork-spawner.ts'

const entry = join(import.meta.dirname, '../out/main/token-worker.js')

/** The workers as they are shipped (npm run bench builds them first): times are the users', not the type stripper's. */
export const spawnBundled = createForkSpawner({
  pkcs11: entry,
  skf: join(import.meta.dirname, '../out/main/skf-worker.js'),
})

/** The same over stdin and stdout, as the 32-bit worker is spoken to. */
export const spawnBundledOverStdio = createStdioSpawner({ node: process.execPath, entry })
