import { createHash } from 'node:crypto'
import { PNG } from 'pngjs'
import { certificateRequest, newTestKey, subjectOf } from '../../../simulator/platform/testing/holder.ts'
import { openOffice, type EnrolledKey, type Office } from '../../../simulator/platform/testing/office.ts'
import type { Hints } from '../fuzz/request.ts'

export interface BusyOffice {
  readonly origin: string
  /** What the holder's phone, USB Key and scanner would say. */
  readonly hints: Hints
}

/** A holder with certificates of every age, and with orders that have come more or less far. */
export async function openBusyOffice(): Promise<BusyOffice> {
  const office = await openOffice()
  const enrolled: EnrolledKey[] = []
  for (const daysLeft of [200, 27, 12, 3, ...Array.from({ length: 24 }, (_, index) => -1 - 7 * index)]) {
    enrolled.push(await office.enrol(daysLeft, undefined, { cardNumber: `33010202400${10_000 + enrolled.length}` }))
  }
  // An expired certificate needs no proof by its key.
  for (const one of enrolled.slice(-16, -8)) await office.readyOrderFor(one, 'repair')
  for (const one of enrolled.slice(-8)) await office.submit(one, await office.readyOrderFor(one, 'repair'))
  const subject = subjectOf(enrolled.at(0)?.certificate ?? new Uint8Array())
  return { origin: office.origin, hints: hintsFor(office, subject) }
}

function hintsFor({ simulator, client }: Office, subject: ArrayBuffer): Hints {
  return async (name, { orderId = '' }) => {
    switch (name) {
      case 'account':
        // Not the one that the fuzzer itself logs in with: this one will be locked.
        return ['demo-2']
      case 'password':
        return ['demo-password-2']
      case 'code':
        return simulator.inbox
          .list()
          .flatMap((message) => (message.orderId === orderId ? [message.code] : []))
          .slice(-1)
      case 'csr':
        return [certificateRequest(newTestKey(), subject).toString('base64')]
      case 'signingCertificateSha256': {
        const issued = await client.call('getIssued', { params: { orderId } }).catch(() => undefined)
        return issued === undefined ? [] : [sha256(issued.signingCertificate)]
      }
      case 'image/png':
        return [PNG.sync.write(new PNG({ width: 120, height: 120 }))]
      default:
        return []
    }
  }
}

function sha256(base64: string): string {
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')
}
