import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { publicKeySha256 } from '../authority/public-key.ts'
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
      cardNumber: '3301020240001234',
      unifiedSocialCreditCode: '91110108MA01A2B3XY',
      usage: 'signing',
      keyAlgorithm: 'p-256',
      notBefore: native.validFromDate.toISOString(),
      notAfter: native.validToDate.toISOString(),
      status: 'expiring',
      renewable: true,
    },
  ])
  expect(simulator.rootCertificates()).toHaveLength(1)
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
  const [soonest] = (await client.call('listCertificates', { query: { status: 'expiring' } })).items

  expect(await cards({})).toEqual(['C', 'B', 'D', 'A'])
  expect(await cards({ status: 'expiring' })).toEqual(['B', 'D'])
  expect(await cards({ status: 'expired' })).toEqual(['C'])
  expect(await cards({ expiringWithinDays: 30 })).toEqual(['B'])
  expect(await cards({ cardNumber: 'A' })).toEqual(['A'])
  expect(await cards({ serialNumber: soonest?.serialNumber })).toEqual(['B'])
  expect(await cards({ page: 2, pageSize: 3 })).toEqual(['A'])
  const { items, total } = await client.call('listCertificates', { query: { pageSize: 1 } })
  expect([items.length, total]).toEqual([1, 4])
})

test('what can be renewed is renewable, and an encryption certificate is not', async () => {
  const { client, enrol } = await openOffice()
  const notBefore = Date.now() - 900 * dayMs
  for (const daysLeft of [91, 89, -364, -366]) await enrol(daysLeft, undefined, { notBefore })
  await enrol(10, newTestKey(), { usage: 'encryption' })
  const { items } = await client.call('listCertificates', { query: {} })
  expect(items.map(({ renewable }) => renewable)).toEqual([false, true, false, true, false])
})
