import { join } from 'node:path'
import { createFileLog } from '../../src/main/logging/file-log.ts'
import { createForkSpawner } from '../../src/main/token/fork-spawner.ts'
import type { Deadlines } from '../../src/main/token/deadlines.ts'
import { workerEntries } from '../../src/main/worker-entries.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import type { User } from './user.ts'
import { newestCode, type World } from './world.ts'

/** The worker as it is shipped: built before the scenarios run. */
export const spawnBundled = createForkSpawner({
  pkcs11: join(import.meta.dirname, '../../out/main', workerEntries.pkcs11),
  skf: join(import.meta.dirname, '../../out/main', workerEntries.skf),
})

/** What a hung driver costs here; making a key may take its time. */
const shortDeadlines: Partial<Deadlines> = {
  ...{ list: 1500, poll: 1500, unlock: 1500, lock: 1500, sign: 1500, unwrapKey: 1500, decrypt: 1500, findKey: 1500 },
  ...{ writeCertificate: 1500, readPair: 1500, readCertificate: 1500, removePair: 1500, removeNameless: 1500 },
  generateKeyPair: 8000,
}

/** Long enough for the platform to make an RSA key on a busy machine. */
const longestCallMs = 2000

export interface LifeOptions {
  /** Deadlines of a user with little patience, for the lives in which something hangs. */
  readonly isImpatient?: boolean
  /** For the token workers of this life. */
  readonly environment?: Readonly<Record<string, string>>
}

/** One life of the program, from its start to its end. Its log is on, as it is for users. */
export async function live<T>(world: World, action: (user: User) => Promise<T>, options: LifeOptions = {}): Promise<T> {
  const app = await startProgram(world, options)
  try {
    return await action({
      app,
      code: () => newestCode(world),
      smsRequested: () => {
        world.smsRequests += 1
      },
    })
  } finally {
    await app.close()
  }
}

function startProgram(world: World, { isImpatient = false, environment: more }: LifeOptions): Promise<AppUnderTest> {
  const { userData, origin, key } = world
  return startApp(
    { userData, origin, store: { environment: key.environment }, modulePath: key.modulePath },
    {
      environment: { ...key.environment, ...more },
      spawn: spawnBundled,
      log: createFileLog(join(userData, 'main.log')),
      ...(isImpatient
        ? {
            deadlines: shortDeadlines,
            platform: {
              deadline: (ms) => AbortSignal.timeout(Math.min(ms, longestCallMs)),
              sleep: () => Promise.resolve(),
            },
          }
        : {}),
    },
  )
}
