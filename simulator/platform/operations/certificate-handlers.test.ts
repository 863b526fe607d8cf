import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { publicKeySha256 } from '../authority/public-key.ts'
import { createContractClient } from '../testing/contract-client.ts'
import { newTestKey } from '../testing/holder.ts'
import { dayMs, openOffice } from '../testing/office.ts'

test('shows a certificate as it is written', async () => {
  const { client, enrol, simulator } = await openOffice()
  const { certificate, key } = await enrol(27)
  const { items } = await client.call('listCertificates', { query: {} })
  const native = new X509Certificate(certificate)
  expect(items).toEqual([
    {
      id: expect.stringMatching(/^cert-/) as string,
      serialNumber: native.serialNumber,
      publicKeySha256: publicKeySha256(key.publicKey),
      issuer: 'C=CN, O=演示电子认证中心, CN=演示电子认证签发证书 ECC',
      commonName: '示例科技（北京）有限公司',
      organisation: '示例科技（北京）有限公司',
      applicationType: '公共资源交易',
      holderKind: 'organisation',
      zone: 'public',
      cardNumber: '3301020240001234',
      unifiedSocialCreditCode: '91110108MA01A2B3XY',
      usage: 'signing',
      keyAlgorithm: 'p-256',
      notBefore: native.validFromDate.toISOString(),
      notAfter: native.validToDate.toISOString(),
      status: 'expiring',
      statusDetail: '还有 27 天到期，现在可以延期',
      renewable: true,
      renewal: {
        from: new Date(native.validToDate.getTime() - 90 * dayMs).toISOString(),
        until: native.validToDate.toISOString(),
      },
    },
  ])
  expect(simulator.rootCertificates()).toHaveLength(1)
})

test('one certificate comes with all its octets; that of another account does not exist', async () => {
  const { client, origin, enrol } = await openOffice()
  const { certificate: der, certificateId } = await enrol(27)
  const { certificate, ...rest } = await client.call('getCertificate', { params: { certificateId } })
  expect(Buffer.from(certificate, 'base64').equals(der)).toBe(true)
  expect((await client.call('listCertificates', { query: {} })).items).toEqual([rest])
  const other = createContractClient(origin)
  await other.login('demo-2', 'demo-password-2')
  for (const params of [{ certificateId }, { certificateId: 'none' }]) {
    expect((await other.refused('getCertificate', { params })).code).toBe('certificate.not-found')
  }
})

test('filters and sorts by the end', async () => {
  const { client, enrol } = await openOffice()
  const card = (cardNumber: string) => ({ cardNumber })
  await enrol(200, undefined, card('A'))
  await enrol(27, undefined, card('B'))
  await enrol(-12, undefined, card('C'))
  await enrol(60, newTestKey(), {
    ...card('D'),
    usage: 'encryption',
    holderKind: 'personal',
    personalId: '330102199001011234',
  })
  const cards = async (query: Parameters<typeof client.call<'listCertificates'>>[1]['query']) =>
    (await client.call('listCertificates', { query })).items.map(({ cardNumber }) => cardNumber)
  await enrol(300, newTestKey(), {
    ...card('E'),
    zone: 'core',
    subject: 'C=CN, O=Muster AG, CN=Muster Handel',
    creditCode: '91110108MA01C4D5XY',
    applicationType: '政府采购',
  })
  const [soonest] = (await client.call('listCertificates', { query: { status: 'expiring' } })).items

  expect(await cards({})).toEqual(['C', 'B', 'D', 'A', 'E'])
  expect(await cards({ status: 'expiring' })).toEqual(['B', 'D'])
  expect(await cards({ status: 'expired' })).toEqual(['C'])
  expect(await cards({ expiringWithinDays: 30 })).toEqual(['B'])
  expect(await cards({ cardNumber: 'A' })).toEqual(['A'])
  expect(await cards({ serialNumber: soonest?.serialNumber })).toEqual(['B'])
  expect(await cards({ holderKind: 'personal' })).toEqual(['D'])
  expect(await cards({ usage: 'encryption' })).toEqual(['D'])
  expect(await cards({ usage: 'signing', zone: 'public', expiringWithinDays: 250 })).toEqual(['B', 'A'])
  expect(await cards({ zone: 'core' })).toEqual(['E'])
  for (const search of ['handel', 'MUSTER ag', '01c4d5', '政府采购', ' E '])
    expect(await cards({ search })).toEqual(['E'])
  expect(await cards({ search: '示例科技', status: 'expired' })).toEqual(['C'])
  expect(await cards({ search: '没有' })).toEqual([])
  expect(await cards({ page: 2, pageSize: 3 })).toEqual(['A', 'E'])
  const { items, total } = await client.call('listCertificates', { query: { pageSize: 1 } })
  expect([items.length, total]).toEqual([1, 5])
})

test('what can be renewed is renewable, and an encryption certificate is not', async () => {
  const { client, enrol } = await openOffice()
  const notBefore = Date.now() - 900 * dayMs
  for (const daysLeft of [91, 89, -364, -366]) await enrol(daysLeft, undefined, { notBefore })
  await enrol(10, newTestKey(), { usage: 'encryption' })
  const { items } = await client.call('listCertificates', { query: {} })
  expect(items.map(({ renewable }) => renewable)).toEqual([false, true, false, true, false])
})

test('says in a sentence how each certificate stands', async () => {
  const { client, enrol } = await openOffice()
  const notBefore = Date.now() - 900 * dayMs
  for (const daysLeft of [-366, -12, -0.5, 27, 200]) await enrol(daysLeft, undefined, { notBefore })
  await enrol(50, newTestKey(), { usage: 'encryption' })
  await enrol(400, newTestKey(), { notBefore: Date.now() + 3 * dayMs })
  const { items } = await client.call('listCertificates', { query: {} })
  expect(items.map(({ statusDetail }) => statusDetail?.replaceAll(/\d{4}-\d\d-\d\d/g, '日期'))).toEqual([
    '已过期 366 天，已超过可以修复的期限，请到服务网点办理',
    '已过期 12 天，可以修复，最晚 日期',
    '已过期不到 1 天，可以修复，最晚 日期',
    '还有 27 天到期，现在可以延期',
    '还有 50 天到期，加密证书不单独办理延期',
    '还有 200 天到期，日期 起可以延期',
    '将于 日期 生效',
  ])
  expect(items.map(({ renewal }) => renewal !== undefined)).toEqual([false, false, false, true, false, true, true])
})

test('a date in a sentence is the day in China', async () => {
  const { client, enrol } = await openOffice()
  await enrol(0, undefined, { notBefore: Date.UTC(2030, 4, 1, 15, 59), notAfter: Date.UTC(2031, 4, 1) })
  await enrol(0, undefined, { notBefore: Date.UTC(2030, 4, 1, 16), notAfter: Date.UTC(2031, 4, 2) })
  const { items } = await client.call('listCertificates', { query: {} })
  expect(items.map(({ statusDetail }) => statusDetail)).toEqual(['将于 2030-05-01 生效', '将于 2030-05-02 生效'])
})

test('a certificate names the order that is about it, while that lives', async () => {
  const { client, enrol, orderFor } = await openOffice()
  const { id: orderId } = await orderFor(await enrol(27))
  await enrol(20)
  const seen = async () =>
    (await client.call('listCertificates', { query: {} })).items.map((item) => [item.activeOrderId, item.statusDetail])
  expect(await seen()).toEqual([
    [undefined, '还有 20 天到期，现在可以延期'],
    [orderId, '正在办理延期'],
  ])
  await client.call('cancelOrder', { params: { orderId } })
  expect((await seen())[1]).toEqual([undefined, '还有 27 天到期，现在可以延期'])
})
