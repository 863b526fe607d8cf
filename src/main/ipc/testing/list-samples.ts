/** For tests: an answer of each list of the platform, with every field there is. */
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Output } from '../../../shared/ipc/contract.ts'

const instant = '2026-11-23T08:00:00.000Z'
const page = { page: 1, pageSize: 20, total: 1, readAt: instant }

const certificate: Output<'platform:list-certificates'>['items'][number] = {
  id: 'c1',
  serialNumber: '2C41',
  publicKeySha256: 'ab'.repeat(32),
  issuer: 'CN=山东CA',
  commonName: '张三',
  organisation: '单位',
  creditCode: '91370100MA3C4D5E6K',
  applicationType: '投标',
  holderKind: 'organisation',
  zone: 'core',
  cardNumber: 'A1',
  usage: 'signing',
  keyAlgorithm: 'rsa-2048',
  notBefore: instant,
  notAfter: instant,
  status: 'expiring',
  statusDetail: '可以延期',
  renewable: true,
  renewal: { from: instant, until: instant },
  activeOrderId: 'o1',
}

export const lists = {
  'platform:list-certificates': { items: [certificate], ...page },
  'platform:list-orders': {
    items: [
      {
        id: 'o1',
        kind: 'repair',
        state: 'rejected',
        certificate: { commonName: '张三', cardNumber: 'A1', serialNumber: '2C41', notAfter: instant },
        createdAt: instant,
        expiresAt: instant,
        endedAt: instant,
        rejection: '材料不全',
      },
    ],
    ...page,
  },
  'platform:list-enquiries': {
    items: [
      {
        id: 'e1',
        title: '延期',
        question: '何时？',
        state: 'answered',
        askedAt: instant,
        answer: '明天。',
        answeredAt: instant,
      },
    ],
    ...page,
  },
  'platform:list-shipments': {
    items: [
      {
        id: 's1',
        content: 'USB Key',
        carrier: '快递',
        trackingNumber: 'SF1',
        state: 'delivered',
        orderId: 'o1',
        createdAt: instant,
        shippedAt: instant,
        deliveredAt: instant,
      },
    ],
    ...page,
  },
} satisfies ListOutputs

type ListOutputs = { readonly [C in Channel as C extends `platform:list-${string}` ? C : never]: Output<C> }
