/** An office whose holder has a signing and an encryption certificate on one card, and an order for both. */
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import type { KeyWrapping } from '../../../src/shared/platform/schemas/orders.ts'
import type { PlatformSimulatorOptions } from '../platform-simulator.ts'
import type { TestKey } from './holder.ts'
import { newTestKey } from './holder.ts'
import type { EnrolledKey, Office } from './office.ts'
import { openOffice } from './office.ts'

/** RSA keys are slow to make: one set is enough for a file of tests. */
export interface DualKeys {
  readonly signing: TestKey
  readonly encryption: TestKey
  /** Of the new signing certificate. */
  readonly next: TestKey
}

export type DualKind = 'rsa' | 'sm2'

export function newDualKeys(kind: DualKind = 'rsa'): DualKeys {
  return { signing: newTestKey(kind), encryption: newTestKey(kind), next: newTestKey(kind) }
}

const firstWrappings = {
  rsa: 'rsa-oaep-sha1/aes256-kwp',
  'p-256': 'rsa-oaep-sha1/aes256-kwp',
  sm2: 'sm2-enveloped-key/sm4-ecb',
} as const satisfies Readonly<Record<TestKey['kind'], KeyWrapping>>

export interface DualOffice extends Office {
  readonly old: { readonly signing: EnrolledKey; readonly encryption: EnrolledKey }
  readonly order: PlatformAnswer<'getOrder'>
  readonly params: { readonly orderId: string }
  /** Sends the request for the new signing key. */
  readonly ask: (keyWrapping?: readonly KeyWrapping[]) => Promise<PlatformAnswer<'submitCsr'>>
  /** Every certificate of the account as `usage status`, sorted. */
  readonly standings: () => Promise<readonly string[]>
}

export async function openDualOffice(keys: DualKeys, options: PlatformSimulatorOptions = {}): Promise<DualOffice> {
  const { kind } = keys.next
  const office = await openOffice({ families: [kind], ...options })
  const signing = await office.enrol(27, keys.signing)
  const encryption = await office.enrol(27, keys.encryption, { usage: 'encryption' })
  const order = await office.readyOrderFor(signing)
  return {
    ...office,
    old: { signing, encryption },
    order,
    params: { orderId: order.id },
    ask: (keyWrapping = [firstWrappings[kind]]) => office.submit(signing, order, keys.next, keyWrapping),
    standings: async () => {
      const { items } = await office.client.call('listCertificates', { query: {} })
      return items.map(({ usage, status }) => `${usage} ${status}`).sort()
    },
  }
}
