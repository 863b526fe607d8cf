import { afterEach, describe, expect, it } from 'vitest'
import { answers, refuses } from './testing/behaviours.ts'
import { failureOf, startLoggedIn, startLoopbackPlatform, type LoopbackPlatform } from './testing/loopback-platform.ts'
import { certificateSample, orderSample } from './testing/wire-samples.ts'

let open: LoopbackPlatform | undefined
afterEach(async () => {
  await open?.server.close()
  open = undefined
})

const page = (items: readonly unknown[], change: object = {}) =>
  answers(200, { items, page: 1, pageSize: 20, total: items.length, ...change })

/** Path and query of each request after the login. */
function asked(): readonly string[] {
  return (open?.requests() ?? []).map(({ url }) => decodeURIComponent(url.replace('/api/v1', '')))
}

describe('certificates', () => {
  it('come with everything that is shown, in UTC and as plain text', async () => {
    const wire = certificateSample({
      organisation: '测试\u202E单位',
      unifiedSocialCreditCode: '91370100MA3C4D5E6K',
      zone: 'core',
      notAfter: '2026-12-23T16:00:00+08:00',
      statusDetail: ' <b>可以\n延期</b>\u0000',
      renewal: { from: '2026-09-24T16:00:00+08:00', until: '2026-12-23T16:00:00+08:00' },
      activeOrderId: 'o1',
    })
    open = await startLoggedIn([page([wire])])
    expect(await open.lists.certificates({ page: 1 })).toEqual({
      items: [
        {
          id: 'c1',
          serialNumber: '0A1B',
          publicKeySha256: 'a'.repeat(64),
          issuer: 'CN=Test CA',
          commonName: '测试单位',
          organisation: '测试单位',
          creditCode: '91370100MA3C4D5E6K',
          applicationType: '投标',
          holderKind: 'organisation',
          zone: 'core',
          cardNumber: '123456789012',
          usage: 'signing',
          keyAlgorithm: 'rsa-2048',
          notBefore: '2025-11-23T08:00:00.000Z',
          notAfter: '2026-12-23T08:00:00.000Z',
          status: 'expiring',
          statusDetail: '<b>可以 延期</b>',
          renewable: true,
          renewal: { from: '2026-09-24T08:00:00.000Z', until: '2026-12-23T08:00:00.000Z' },
          activeOrderId: 'o1',
        },
      ],
      page: 1,
      pageSize: 20,
      total: 1,
    })
  })

  it('leave out what the platform does not say', async () => {
    open = await startLoggedIn([page([certificateSample({ organisation: null, cardNumber: null })])])
    const [certificate] = (await open.lists.certificates({ page: 1 })).items
    expect(Object.keys(certificate ?? {})).not.toContain('organisation')
    expect(Object.keys(certificate ?? {})).not.toContain('cardNumber')
    expect(Object.keys(certificate ?? {})).not.toContain('creditCode')
  })

  it.each([
    [{ page: 3 }, '/certificates?page=3&pageSize=20'],
    [{ page: 3, search: '' }, '/certificates?page=3&pageSize=20'],
    [{ page: 3, validity: 'expired' }, '/certificates?page=3&pageSize=20&status=expired'],
    [{ page: 3, validity: 'valid' }, '/certificates?page=3&pageSize=20&status=valid'],
    [{ page: 3, validity: 'expiring' }, '/certificates?page=3&pageSize=20&expiringWithinDays=90'],
    [
      { page: 3, holderKind: 'personal', zone: 'core', search: '李四' },
      '/certificates?page=3&pageSize=20&holderKind=personal&zone=core&search=李四',
    ],
  ] as const)('are asked for as chosen: %j', async (query, url) => {
    open = await startLoggedIn([page([], { page: 3, total: 41 })])
    expect(await open.lists.certificates(query)).toEqual({ items: [], page: 3, pageSize: 20, total: 41 })
    expect(asked()).toEqual([url])
  })

  it('of another page than was asked for are not taken', async () => {
    open = await startLoggedIn([page([certificateSample()])])
    expect(await failureOf(open.lists.certificates({ page: 2 }))).toMatchObject({
      code: 'platform.offContract',
      details: { paths: '/page' },
    })
  })

  it('need a login', async () => {
    open = await startLoopbackPlatform([page([])])
    expect(await failureOf(open.lists.certificates({ page: 1 }))).toMatchObject({ code: 'platform.loginRequired' })
    expect(asked()).toEqual([])
  })
})

describe('orders', () => {
  it('come with their certificate and, where they were refused, with the reason as plain text', async () => {
    const problem = { title: '未通过', status: 409, code: 'order.rejected', detail: ' 材料\n不全 ' }
    const certificate = { commonName: '测试', cardNumber: null, serialNumber: '0A', notAfter: '2026-12-23T08:00:00Z' }
    const endedAt = '2026-11-23T09:00:00Z'
    open = await startLoggedIn([
      page([orderSample({ state: 'rejected', problem, certificate, endedAt }), orderSample()]),
    ])
    const times = { createdAt: '2026-11-23T08:00:00.000Z', expiresAt: '2026-11-23T08:30:00.000Z' }
    expect((await open.lists.orders({ page: 1, active: false })).items).toEqual([
      {
        id: 'o1',
        kind: 'renewal',
        state: 'rejected',
        ...times,
        certificate: { commonName: '测试', serialNumber: '0A', notAfter: '2026-12-23T08:00:00.000Z' },
        endedAt: '2026-11-23T09:00:00.000Z',
        rejection: '材料 不全',
      },
      { id: 'o1', kind: 'renewal', state: 'ready', ...times },
    ])
    await open.lists.orders({ page: 1, active: true })
    expect(asked()).toEqual(['/orders?page=1&pageSize=20&active=false', '/orders?page=1&pageSize=20&active=true'])
  })
})

describe('enquiries and shipments', () => {
  it('keep the lines of a question and its answer, without control characters', async () => {
    const enquiry = {
      id: 'e1',
      title: '延期\n问题',
      question: '第一行\r\n第二\u0007行\u202E',
      state: 'answered',
      askedAt: '2026-11-23T08:00:00Z',
      answer: '请\n\n\n\n等',
      answeredAt: '2026-11-23T09:00:00Z',
    }
    open = await startLoggedIn([page([enquiry])])
    expect((await open.lists.enquiries({ page: 1 })).items).toEqual([
      {
        ...enquiry,
        title: '延期 问题',
        question: '第一行\n第二 行',
        askedAt: '2026-11-23T08:00:00.000Z',
        answer: '请\n\n等',
        answeredAt: '2026-11-23T09:00:00.000Z',
      },
    ])
  })

  it('say what was sent, and where it is', async () => {
    const shipment = {
      id: 's1',
      content: 'USB Key',
      carrier: '顺丰\n速运',
      trackingNumber: 'SF1',
      state: 'shipped',
      createdAt: '2026-11-23T08:00:00Z',
      shippedAt: '2026-11-23T09:00:00Z',
    }
    open = await startLoggedIn([page([shipment])])
    expect((await open.lists.shipments({ page: 1 })).items).toEqual([
      {
        ...shipment,
        carrier: '顺丰 速运',
        createdAt: '2026-11-23T08:00:00.000Z',
        shippedAt: '2026-11-23T09:00:00.000Z',
      },
    ])
  })

  it('fail like any call', async () => {
    open = await startLoggedIn([refuses(503, 'service.maintenance', {}, { 'retry-after': '600' })])
    expect(await failureOf(open.lists.shipments({ page: 1 }))).toMatchObject({
      code: 'platform.maintenance',
      details: { retryAfterSeconds: 600 },
    })
  })
})
