import { generateKeyPairSync } from 'node:crypto'
import type { EnrolledHolder } from '../../src/shared/demo/simulator-messages.ts'
import { deskAccount, type Desk } from './desk.ts'

const dayMs = 86_400_000

interface Wanted {
  readonly name: string
  /** Validity in days from now. */
  readonly days: readonly [number, number]
  readonly holder?: Partial<EnrolledHolder>
}

/** Certificates of the desk's account whose keys are not on the desk. */
export async function enrolElsewhere(desk: Desk, wanted: readonly Wanted[]): Promise<void> {
  for (const { name, days, holder } of wanted) {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    await desk.simulator.enrol({
      account: deskAccount.account,
      usage: 'signing',
      holderKind: 'organisation',
      ...(holder?.holderKind === 'personal' ? {} : { creditCode: '91370100MA3C4D5E6K' }),
      applicationType: '电子投标',
      subject: { province: '山东省', organisation: name, commonName: name },
      cardNumber: '370100990001',
      notBefore: Date.now() + days[0] * dayMs,
      notAfter: Date.now() + days[1] * dayMs,
      publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
      ...holder,
    })
  }
}

/** So many valid certificates, numbered from 1. */
export function numbered(count: number): readonly Wanted[] {
  return Array.from({ length: count }, (_, index) => ({ name: `投标单位 ${index + 1} 号`, days: [-10, 300 + index] }))
}
