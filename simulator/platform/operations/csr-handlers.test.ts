import { expect, test } from 'vitest'
import { certificateRequest, newTestKey, possessionProof, subjectOf } from '../testing/holder.ts'
import type { TestKey } from '../testing/holder.ts'
import { openOffice } from '../testing/office.ts'
import { subjectName } from '../authority/subject.ts'

async function readyToSubmit(family: TestKey['kind'] = 'p-256') {
  const office = await openOffice({ families: ['rsa', 'p-256', 'sm2'] })
  const old = await office.enrol(27, newTestKey(family))
  const order = await office.readyOrderFor(old)
  const subject = subjectOf(old.certificate)
  const submit = (
    csr: Buffer,
    prover: TestKey | undefined = old.key,
    about: { id: string; popNonce: string } = order,
  ) =>
    office.client.refused('submitCsr', {
      params: { orderId: order.id },
      body: { csr: csr.toString('base64'), proof: possessionProof(prover, about, csr) },
    })
  return { office, old, order, subject, submit }
}

test.each(['p-256', 'sm2'] as const)(
  'the proof must be there, by the old %s key, for this order and nonce',
  async (kind) => {
    const { office, order, subject, submit } = await readyToSubmit(kind)
    const newKey = newTestKey(kind)
    const csr = certificateRequest(newKey, subject)
    const bare = { params: { orderId: order.id }, body: { csr: csr.toString('base64') } }
    expect((await office.client.refused('submitCsr', bare)).code).toBe('pop.required')
    expect((await submit(csr, newKey)).code).toBe('pop.invalid')
    expect((await submit(csr, undefined, { ...order, id: 'order-other' })).code).toBe('pop.invalid')
    expect((await submit(csr, undefined, { ...order, popNonce: 'AAAAAAAAAAAA' })).code).toBe('pop.invalid')
    expect(office.simulator.books().certificatesIssued).toBe(0)
  },
)

test('the proof of another request does not count', async () => {
  const { office, old, order, subject } = await readyToSubmit()
  const [csr, swapped] = [certificateRequest(newTestKey(), subject), certificateRequest(newTestKey(), subject)]
  const body = { csr: swapped.toString('base64'), proof: possessionProof(old.key, order, csr) }
  expect((await office.client.refused('submitCsr', { params: { orderId: order.id }, body })).code).toBe('pop.invalid')
})

test('a request that cannot be read, or has octets after its end, is refused', async () => {
  const { subject, submit } = await readyToSubmit()
  const csr = certificateRequest(newTestKey(), subject)
  for (const bad of [
    Buffer.alloc(0),
    Buffer.from('hello'),
    csr.subarray(0, -1),
    Buffer.concat([csr, Buffer.alloc(4)]),
  ]) {
    expect((await submit(bad)).code).toBe('csr.unreadable')
  }
})

test.each(['p-256', 'sm2'] as const)('a %s request signed by another key than its own is refused', async (kind) => {
  const { old, subject, submit } = await readyToSubmit(kind)
  expect((await submit(certificateRequest(newTestKey(kind), subject, old.key))).code).toBe('csr.bad-signature')
})

test('a request with another subject is refused, though it reads the same', async () => {
  const { submit } = await readyToSubmit()
  const asPrintable = subjectName('C=CN, O=Example').toArrayBuffer()
  expect((await submit(certificateRequest(newTestKey(), asPrintable))).code).toBe('csr.subject-mismatch')
})

test.each(['p-256', 'sm2'] as const)('the old %s key is no new key', async (kind) => {
  const { old, subject, submit } = await readyToSubmit(kind)
  expect((await submit(certificateRequest(old.key, subject))).code).toBe('csr.key-reused')
})

test('a key of another kind or too short is refused', async () => {
  const { subject, submit } = await readyToSubmit('rsa')
  expect((await submit(certificateRequest(newTestKey('p-256'), subject))).code).toBe('csr.weak-key')
  expect((await submit(certificateRequest(newTestKey('rsa', 1024), subject))).code).toBe('csr.weak-key')
})

test('SM2 and P-256 are not each other’s kind', async () => {
  const sm2 = await readyToSubmit('sm2')
  expect((await sm2.submit(certificateRequest(newTestKey('p-256'), sm2.subject))).code).toBe('csr.weak-key')
  const p256 = await readyToSubmit('p-256')
  expect((await p256.submit(certificateRequest(newTestKey('sm2'), p256.subject))).code).toBe('csr.weak-key')
})
