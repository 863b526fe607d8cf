import { join } from 'node:path'
import { createForkSpawner } from '../src/main/token/fork-spawner.ts'

/** The PKCS#11 worker as it is shipped (npm run bench builds it first): times are the users', not the type stripper's. */
export const spawnBundled = createForkSpawner({ pkcs11: join(import.meta.dirname, '../out/main/token-worker.js') })
