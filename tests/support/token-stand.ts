import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Sm2Capability } from '../../src/shared/token/messages.ts'
import { createSoftToken } from '../../simulator/token/soft-token-file.ts'
import type { SoftTokenFault } from '../../simulator/token/soft-token-faults.ts'
import { createForkSpawner } from '../../src/main/token/fork-spawner.ts'
import type { Deadlines } from '../../src/main/token/deadlines.ts'
import { createTokenProcess } from '../../src/main/token/token-process.ts'
import type { TokenProcess } from '../../src/main/token/token-process.ts'
import type { WorkerSpawner } from '../../src/main/token/worker-handle.ts'
import { buildForwarder } from './pkcs11-forwarder/build.ts'
import { createSoftHsmStore, softHsmModule, softHsmPin, softHsmSecurityOfficerPin } from './softhsm.ts'
import type { SoftHsmStore } from './softhsm.ts'

export const spawnWorker = createForkSpawner({
  pkcs11: new URL('../../src/main/token/worker/index.ts', import.meta.url),
  skf: new URL('../../src/main/token/skf/index.ts', import.meta.url),
  soft: new URL('../../simulator/token/worker.ts', import.meta.url),
})

/** Workers whose clock stands still, for counting calls. */
const spawnSteadyWorker = createForkSpawner({
  pkcs11: new URL('./steady-token-worker.ts', import.meta.url),
})

/** Workers over a module that is odd in one way: see token-odd-worker.ts. */
const spawnOddWorker = createForkSpawner({ pkcs11: new URL('./token-odd-worker.ts', import.meta.url) })

/** A worker with one token in it, and the hands to do to it what happens to tokens. */
export interface TokenStand {
  readonly token: TokenProcess
  readonly modulePath: string
  readonly pin: string
  readonly securityOfficerPin: string
  /** Which one it is, where the module shows others as well. */
  readonly tokenLabel?: string
  /** An id for a new pair, where not any octets will do; and the label that a certificate under an id is listed with. */
  readonly newId?: () => string
  readonly labelOf?: (id: string) => string
  /** Puts a certificate there without a key, where the token itself cannot. */
  readonly putCertificate?: (id: string, certificate: Uint8Array) => void
  readonly unplug: () => void
  readonly plug: () => void
  /** Puts another token into the same slot: the second of the slot list, blank or made by the test. */
  readonly swap: () => void
  /** From now on the listing does this. */
  readonly breakListing: (how: 'crash' | 'hang') => void
  readonly mend: () => void
  readonly remove: () => void
}

export interface SoftHsmStand extends TokenStand {
  readonly store: SoftHsmStore
  readonly environment: Readonly<Record<string, string>>
  /** Where the forwarder counts its calls. */
  readonly callsFile: string
  /** Faults in the forwarder's own words. */
  readonly setFault: (fault: string) => void
}

export type StandDeadlines = Partial<Deadlines>

/** SoftHSM2 behind the forwarder, in the real worker process. */
export async function createSoftHsmStand(
  deadlines: StandDeadlines = {},
  spawn: WorkerSpawner = spawnWorker,
): Promise<SoftHsmStand> {
  const store = createSoftHsmStore()
  store.initToken('first')
  const pins = { pin: softHsmPin, securityOfficerPin: softHsmSecurityOfficerPin }
  const module = { path: softHsmModule(), environment: store.environment, ...pins, tokenLabel: 'first' }
  const stand = await forwardTo(module, { folder: store.folder, deadlines, spawn })
  return {
    ...stand,
    store,
    remove: () => {
      stand.token.stop()
      store.remove()
    },
  }
}

/** A module with its one token, as the forwarder is put before it. */
export interface RealModule {
  readonly path: string
  readonly environment: Readonly<Record<string, string>>
  readonly pin: string
  readonly securityOfficerPin: string
  readonly tokenLabel: string
}

interface Forwarding {
  /** For the files by which the forwarder is told what to do. */
  readonly folder: string
  readonly deadlines: StandDeadlines
  readonly spawn: WorkerSpawner
}

export type ForwardedStand = Omit<SoftHsmStand, 'store' | 'remove'>

export async function forwardTo(module: RealModule, forwarding: Forwarding): Promise<ForwardedStand> {
  const { folder, deadlines, spawn } = forwarding
  const modulePath = await buildForwarder()
  const [unplugged, swapped, fault, callsFile] = ['unplugged', 'swapped', 'fault', 'calls'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  const environment = {
    ...module.environment,
    FORWARDER_MODULE: module.path,
    FORWARDER_UNPLUGGED: unplugged,
    FORWARDER_SWAPPED: swapped,
    FORWARDER_FAULT: `@${fault}`,
    FORWARDER_COUNT: callsFile,
  }
  const setFault = (text: string): void => writeFileSync(fault, text)
  return {
    ...{ environment, modulePath, callsFile, setFault },
    token: createTokenProcess({ spawn, modulePath, environment, deadlines }),
    pin: module.pin,
    securityOfficerPin: module.securityOfficerPin,
    tokenLabel: module.tokenLabel,
    unplug: () => writeFileSync(unplugged, ''),
    plug: () => rmSync(unplugged),
    swap: () => writeFileSync(swapped, ''),
    breakListing: (how) => setFault(`C_FindObjectsInit:0:${how === 'crash' ? 'abort' : 'hang'}`),
    mend: () => rmSync(fault),
  }
}

/** The same, for counting: what the worker asks again after a second it never asks again here. */
export function createCountingStand(): Promise<SoftHsmStand> {
  return createSoftHsmStand({}, spawnSteadyWorker)
}

export type Oddity = 'forgets-protection' | 'never-protects' | 'grants-only-asked' | 'makes-sm2' | 'makes-other-curve'

/** @param sm2 what the driver table declares for this module */
export async function createOddStand(oddity: Oddity, sm2?: Sm2Capability): Promise<SoftHsmStand> {
  const spawn: WorkerSpawner = (kind, environment) => spawnOddWorker(kind, { ...environment, ODD_TOKEN: oddity })
  const stand = await createSoftHsmStand({}, spawn)
  const { modulePath, environment } = stand
  return sm2 === undefined ? stand : { ...stand, token: createTokenProcess({ spawn, modulePath, environment, sm2 }) }
}

/** The soft token in its own worker process. */
export function createSoftStand(deadlines: StandDeadlines = {}): TokenStand {
  const folder = mkdtempSync(join(tmpdir(), 'soft-token-'))
  const [file, faults] = [join(folder, 'token.json'), join(folder, 'faults.json')]
  createSoftToken(file)
  const modulePath = `soft-token:${file}`
  const setFaults = (...lines: readonly SoftTokenFault[]): void => writeFileSync(faults, JSON.stringify(lines))
  const token = createTokenProcess({
    spawn: spawnWorker,
    modulePath,
    environment: { SOFT_TOKEN_FAULTS: faults },
    deadlines,
  })
  return {
    ...{ token, modulePath },
    pin: '12345678',
    securityOfficerPin: '87654321',
    unplug: () => setFaults({ action: 'unplug' }),
    plug: () => setFaults(),
    swap: () => createSoftToken(file, { serialNumber: 'DEMO000000000002' }),
    breakListing: (how) => setFaults({ operation: 'list', action: how }),
    mend: () => setFaults(),
    remove: () => {
      token.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
