import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createContractClient } from '../testing/contract-client.ts'
import { openOffice, sha256 } from '../testing/office.ts'
import { sealPicture } from '../testing/pictures.ts'

async function openSealOffice() {
  const office = await openOffice()
  const { client } = office
  const enrolled = await office.enrol(27)
  const { certificateId } = enrolled
  const create = (name = '公章', type: 'official' | 'finance' = 'official') =>
    client.call('createSeal', { body: { type, name, certificateId, department: '办公室', applicant: '张三' } })
  const draft = await create()
  const params = { sealId: draft.id }
  const upload = (picture = sealPicture()) => client.call('putSealImage', { params, upload: picture })
  const stateOf = async () => (await client.call('getSeal', { params })).state
  return { ...office, enrolled, create, draft, params, upload, stateOf }
}

test('a seal is bound to a certificate, and goes to review with its picture', async () => {
  const { client, draft, params, upload, enrolled } = await openSealOffice()
  expect(draft).toEqual({
    id: expect.stringMatching(/^seal-/) as string,
    type: 'official',
    name: '公章',
    certificateId: enrolled.certificateId,
    cardNumber: '3301020240001234',
    organisation: '示例科技（北京）有限公司',
    department: '办公室',
    applicant: '张三',
    state: 'draft',
    createdAt: expect.any(String) as string,
  })
  expect((await client.refused('getSealImage', { params })).code).toBe('seal.not-found')
  const picture = sealPicture()
  const imageSha256 = createHash('sha256').update(picture).digest('hex')
  expect(await upload(picture)).toEqual({ ...draft, state: 'in-review', imageSha256 })
  expect(Buffer.from(await client.call('getSealImage', { params })).equals(picture)).toBe(true)
})

test('the same picture once more changes nothing, another one has to wait', async () => {
  const { client, simulator, params, upload, stateOf } = await openSealOffice()
  const first = await upload()
  expect(await upload()).toEqual(first)
  const other = { params, upload: sealPicture(120, 120, 9) }
  expect((await client.refused('putSealImage', other)).code).toBe('seal.wrong-state')
  await simulator.moveSeal({ type: 'seal-approve', ...params })
  expect(await upload()).toEqual({ ...first, state: 'approved' })
  expect((await client.refused('putSealImage', other)).code).toBe('seal.wrong-state')
  expect(await stateOf()).toBe('approved')
})

test('the staff approves, enables, disables and cancels', async () => {
  const { simulator, params, upload, stateOf } = await openSealOffice()
  await upload()
  for (const [type, state] of [
    ['seal-approve', 'approved'],
    ['seal-enable', 'enabled'],
    ['seal-disable', 'disabled'],
    ['seal-enable', 'enabled'],
    ['seal-cancel', 'cancelled'],
  ] as const) {
    await simulator.moveSeal({ type, ...params })
    expect(await stateOf()).toBe(state)
  }
  for (const type of ['seal-approve', 'seal-enable', 'seal-disable', 'seal-cancel'] as const) {
    await expect(simulator.moveSeal({ type, ...params })).rejects.toThrow('is not')
  }
  await expect(simulator.moveSeal({ type: 'seal-approve', sealId: 'none' })).rejects.toThrow('seal none is not')
})

test('a rejected seal says why, and takes another picture', async () => {
  const { client, simulator, params, upload, stateOf } = await openSealOffice()
  await upload()
  const reject = (reason: string) => simulator.moveSeal({ type: 'seal-reject', ...params, reason })
  await expect(reject('字'.repeat(201))).rejects.toThrow()
  expect(await stateOf()).toBe('in-review')
  await reject('章面不完整')
  expect(await client.call('getSeal', { params })).toMatchObject({ state: 'rejected', rejection: '章面不完整' })
  const again = await upload(sealPicture(120, 120, 9))
  expect([again.state, again.rejection]).toEqual(['in-review', undefined])
})

test('a draft or a rejected seal can be deleted, once and again; another cannot', async () => {
  const { client, simulator, create, params, upload, stateOf } = await openSealOffice()
  const { id: sealId } = await create()
  for (let n = 0; n < 2; n++) expect((await client.send('deleteSeal', { params: { sealId } })).status).toBe(204)
  expect((await client.refused('getSeal', { params: { sealId } })).code).toBe('seal.not-found')
  await upload()
  expect((await client.refused('deleteSeal', { params })).code).toBe('seal.wrong-state')
  expect(await stateOf()).toBe('in-review')
  await simulator.moveSeal({ type: 'seal-reject', ...params, reason: '不清晰' })
  await client.call('deleteSeal', { params })
  expect((await client.call('listSeals', { query: {} })).total).toBe(0)
})

test('seals come newest first and are found by type, state, card and words', async () => {
  const { client, create, upload, enrol } = await openSealOffice()
  await create('财务专用章', 'finance')
  const { certificateId } = await enrol(200, undefined, { cardNumber: 'B', subject: 'C=CN, O=Muster AG, CN=Muster' })
  await client.call('createSeal', { body: { type: 'contract', name: '合同章', certificateId } })
  await upload()
  const names = async (query: Parameters<typeof client.call<'listSeals'>>[1]['query']) =>
    (await client.call('listSeals', { query })).items.map(({ name }) => name)
  expect(await names({})).toEqual(['合同章', '财务专用章', '公章'])
  expect(await names({ type: 'finance' })).toEqual(['财务专用章'])
  expect(await names({ state: 'in-review' })).toEqual(['公章'])
  expect(await names({ cardNumber: 'B' })).toEqual(['合同章'])
  expect(await names({ search: '专用' })).toEqual(['财务专用章'])
  expect(await names({ search: 'muster' })).toEqual(['合同章'])
  expect(await names({ search: '张三' })).toEqual(['财务专用章', '公章'])
  expect(await names({ page: 2, pageSize: 2 })).toEqual(['公章'])
  expect((await client.refused('listSeals', { query: { pageSize: 0 } })).code).toBe('request.invalid')
})

test('only a signing certificate in use gets a seal', async () => {
  const { client, enrol, readyOrderFor, submit, enrolled } = await openSealOffice()
  const codeOf = async (certificateId: string) =>
    (await client.refused('createSeal', { body: { type: 'official', name: '公章', certificateId } })).code
  expect(await codeOf('none')).toBe('certificate.not-found')
  expect(await codeOf((await enrol(27, undefined, { usage: 'encryption' })).certificateId)).toBe(
    'certificate.not-found',
  )
  const order = await readyOrderFor(enrolled)
  await submit(enrolled, order)
  const { signingCertificate } = await client.call('getIssued', { params: { orderId: order.id } })
  const body = { signingCertificateSha256: sha256(signingCertificate), installed: true }
  await client.call('confirmOrder', { params: { orderId: order.id }, body })
  expect(await codeOf(enrolled.certificateId)).toBe('certificate.revoked')
})

test('a seal that is registered twice with one key is one seal', async () => {
  const { client, enrolled } = await openSealOffice()
  const request = {
    body: { type: 'personal', name: '张三', certificateId: enrolled.certificateId },
  } as const
  const key = randomUUID()
  expect(await client.call('createSeal', request, key)).toEqual(await client.call('createSeal', request, key))
  expect((await client.call('listSeals', { query: {} })).total).toBe(2)
  const other = { body: { ...request.body, name: '李四' } }
  expect((await client.refused('createSeal', other, key)).code).toBe('request.idempotency-key-reused')
  const nameless = { body: { ...request.body, name: '' } }
  expect((await client.refused('createSeal', nameless)).code).toBe('request.invalid')
})

test('the seals of another account do not exist', async () => {
  const { origin, params, upload, stateOf, enrolled } = await openSealOffice()
  await upload()
  const other = createContractClient(origin)
  await other.login('demo-2', 'demo-password-2')
  const picture = { params, upload: sealPicture() }
  expect((await other.call('listSeals', { query: {} })).total).toBe(0)
  expect((await other.refused('getSeal', { params })).code).toBe('seal.not-found')
  expect((await other.refused('getSealImage', { params })).code).toBe('seal.not-found')
  expect((await other.refused('putSealImage', picture)).code).toBe('seal.not-found')
  await other.call('deleteSeal', { params })
  expect(await stateOf()).toBe('in-review')
  const body = { type: 'official', name: '公章', certificateId: enrolled.certificateId } as const
  expect((await other.refused('createSeal', { body })).code).toBe('certificate.not-found')
})
