import { toContainerId } from '../../src/shared/token/container-id.ts'
import { countedCalls } from './pkcs11-forwarder/counted-calls.ts'
import { createCountingSkfStand, createSkfStand, type SkfStand, type SkfStandOptions } from './skf-stand.ts'
import { issueCertificate } from './token-certificate.ts'

interface SkfStands {
  readonly start: (options?: SkfStandOptions) => SkfStand
  /** With a worker whose clock stands still: it asks for no device again because time has passed. */
  readonly startSteady: () => SkfStand
  /** What is to be done when the test is over, the last first. */
  readonly afterwards: (end: () => void) => void
  readonly end: () => void
}

export function createSkfStands(): SkfStands {
  const endings: (() => void)[] = []
  const remembered = (stand: SkfStand): SkfStand => {
    endings.push(() => stand.remove())
    return stand
  }
  return {
    start: (options) => remembered(createSkfStand({}, options)),
    startSteady: () => remembered(createCountingSkfStand()),
    afterwards: (end) => void endings.push(end),
    end: () => {
      for (const end of endings.splice(0).reverse()) end()
    },
  }
}

export function signingIdOf(container: string): string {
  return toContainerId({ container: new Uint8Array(Buffer.from(container)), role: 'signing' })
}

export function encryptionIdOf(container: string): string {
  return toContainerId({ container: new Uint8Array(Buffer.from(container)), role: 'encryption' })
}

/** A container with a signing pair and its certificate, put there by another program. */
export async function putPair({ store }: SkfStand, container: string) {
  const { publicKey = new Uint8Array() } = store.putPair({ container, role: 'signing' })
  const { certificate } = await issueCertificate(publicKey)
  store.putPair({ container, role: 'signing', privateKey: null, certificate })
  return { id: signingIdOf(container), certificate, publicKey }
}

const counters = new WeakMap<SkfStand, ReturnType<typeof countedCalls>>()

/** The calls since they were last asked for, without their prefix. */
export function callsOf(stand: SkfStand): readonly string[] {
  const counter = counters.get(stand) ?? countedCalls(stand.store.callsFile)
  counters.set(stand, counter)
  return counter.take().map((name) => name.slice('SKF_'.length))
}

export function countCalls(stand: SkfStand): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const call of callsOf(stand)) counts[call] = (counts[call] ?? 0) + 1
  return counts
}
