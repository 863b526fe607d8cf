import { expect, test } from 'vitest'
import type { CertificateFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import { certificateFaultKinds } from '../../../src/shared/demo/simulator-messages.ts'
import { newTestKey } from '../testing/holder.ts'
import { odditiesOf } from '../testing/oddities.ts'
import { openOffice, sha256 } from '../testing/office.ts'

async function issueWith(fault: CertificateFaultKind | undefined, family: 'rsa' | 'p-256' = 'p-256') {
  const office = await openOffice({ families: [family] })
  const { client, simulator } = office
  if (fault !== undefined) simulator.faults.arm({ kind: fault })
  const old = await office.enrol(27, newTestKey(family))
  const order = await office.readyOrderFor(old)
  const key = newTestKey(family)
  await office.submit(old, order, key)
  const { signingCertificate, chain } = await client.call('getIssued', { params: { orderId: order.id } })
  const found = await odditiesOf(Buffer.from(signingCertificate, 'base64'), {
    old: old.certificate,
    key: key.publicKey,
    usage: 'signing',
    chain,
    now: simulator.clock.now(),
  })
  return { office, order, signingCertificate, found }
}

test('without a fault there is nothing odd', async () => {
  expect((await issueWith(undefined)).found).toEqual([])
})

test.each(certificateFaultKinds.filter((kind) => !kind.startsWith('encryption-')))(
  'the fault %s shows, and only it; giving it back keeps the old certificate',
  async (kind) => {
    const { office, order, signingCertificate, found } = await issueWith(kind)
    expect(found).toEqual([kind])
    expect(office.simulator.faults.armed()).toEqual([])
    const body = { signingCertificateSha256: sha256(signingCertificate), installed: false, reason: kind }
    const back = await office.client.call('confirmOrder', { params: { orderId: order.id }, body })
    expect(back.state).toBe('ready')
    const { items } = await office.client.call('listCertificates', { query: {} })
    expect(items.map(({ status }) => status).sort()).toEqual(['expiring', 'revoked'])
  },
)

test.each(['other-key', 'untrusted'] as const)('the fault %s is there for RSA too', async (kind) => {
  expect((await issueWith(kind, 'rsa')).found).toEqual([kind])
})
