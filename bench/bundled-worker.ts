import { join } from 'node:path'
import { createStdioSpawner } from '../src/main/token/stdio/stdio-spawner.ts'
import { createForkSpawner } from '../src/main/token/fork-spawner.ts'

const entry = join(import.meta.dirname, '../out/main/token-worker.js')

/** The PKCS#11 worker as it is shipped (npm run bench builds it first): times are the users', not the type stripper's. */
export const spawnBundled = createForkSpawner({ pkcs11: entry })

/** The same over stdin and stdout, as the 32-bit worker is spoken to. */
export const spawnBundledOverStdio = createStdioSpawner({ node: process.execPath, entry })
