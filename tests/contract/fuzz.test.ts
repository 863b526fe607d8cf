import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificateRequest, newTestKey, subjectOf } from '../../simulator/platform/testing/holder.ts'
import { openOffice, type Office } from '../../simulator/platform/testing/office.ts'
import { readContract } from './fuzz/contract.ts'
import { fuzz, type FuzzReport } from './fuzz/fuzzer.ts'
import type { Hints } from './fuzz/request.ts'
import { items, json, where, without } from './support/corruptions.ts'
import { startCorruptingProxy, type Corrupt } from './support/corrupting-proxy.ts'

const seed = fc.readConfigureGlobal().seed ?? 1
const credentials = { account: 'demo', password: 'demo-password' }

/** A holder with certificates of every age. */
async function busyOffice(): Promise<Office & { readonly hints: Hints }> {
  const office = await openOffice()
  let subject = new ArrayBuffer(0)
  for (const daysLeft of [27, 12, 3, 200, -1, -5, -20, -90, -200, -500]) {
    for (const cardNumber of ['3301020240001234', '3301020240005678']) {
      subject = subjectOf((await office.enrol(daysLeft, undefined, { cardNumber })).certificate)
    }
  }
  return { ...office, hints: hintsFor(office, subject) }
}

/** What the phone and the token of the holder would say. */
function hintsFor({ simulator, client }: Office, subject: ArrayBuffer): Hints {
  const codeOf = (orderId: string | undefined) =>
    simulator.inbox
      .list()
      .filter((message) => message.orderId === orderId)
      .map(({ code }) => code)
      .slice(-1)
  return async (name, { orderId }) => {
    switch (name) {
      case 'account':
        // Not the account that the fuzzer itself uses: this one will be locked.
        return ['demo-2']
      case 'password':
        return ['demo-password-2']
      case 'code':
        return codeOf(orderId)
      case 'csr':
        return [certificateRequest(newTestKey(), subject).toString('base64')]
      case 'signingCertificateSha256': {
        const issued = await client.call('getIssued', { params: { orderId: orderId ?? '' } }).catch(() => undefined)
        return issued === undefined ? [] : [sha256(issued.signingCertificate)]
      }
      default:
        return []
    }
  }
}

const sha256 = (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')

it('gets no answer from the simulator that openapi.yaml does not describe', async () => {
  const office = await busyOffice()
  const all = readContract().operations.map(({ id }) => id)
  const runs = Math.ceil(3000 / all.length)
  const report = await fuzz({ origin: office.origin, credentials, hints: office.hints, runs, seed })
  console.log(report)
  expect(report.findings).toEqual([])
  expect(report.succeeded).toEqual(all)
  expect(report.requests).toBeGreaterThanOrEqual(3000)
})
