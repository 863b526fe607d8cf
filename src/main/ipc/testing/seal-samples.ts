/** For tests: the channels of 电子印章, with every field there is. */
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'

type SealChannel = Extract<Channel, `seals:${string}` | 'renewal:list-after'>

const instant = '2026-11-23T08:00:00.000Z'
const sealId = 'seal-1'

const seal: Output<'seals:put-image'> = {
  id: sealId,
  type: 'official',
  name: '单位',
  certificateId: 'c1',
  cardNumber: 'A1',
  organisation: '单位',
  department: '办公室',
  applicant: '张三',
  state: 'rejected',
  rejection: '图片不清楚',
  createdAt: instant,
  imageSha256: 'ab'.repeat(32),
}

export const sealInputs: { readonly [C in SealChannel]: Input<C> } = {
  'seals:list': { page: 1, type: 'official', state: 'rejected', cardNumber: 'A1', search: '单位' },
  'seals:certificates': {},
  'seals:register': { type: 'official', name: '单位', certificateId: 'c1', department: '办公室', applicant: '张三' },
  'seals:put-image': { sealId, image: 'iVBORw0KGgo=' },
  'seals:image': { sealId, imageSha256: 'ab'.repeat(32) },
  'seals:remove': { sealId },
  'renewal:list-after': {},
}

export const sealOutputs: { readonly [C in SealChannel]: Output<C> } = {
  'seals:list': { items: [seal], page: 1, pageSize: 20, total: 1, readAt: instant },
  'seals:certificates': {
    items: [
      {
        id: 'c1',
        serialNumber: '2C41',
        publicKeySha256: 'ab'.repeat(32),
        commonName: '单位',
        organisation: '单位',
        holderKind: 'organisation',
        cardNumber: 'A1',
        notAfter: instant,
      },
    ],
  },
  'seals:register': { seal, wasThere: true },
  'seals:put-image': seal,
  'seals:image': { image: 'data:image/png;base64,iVBORw0KGgo=' },
  'seals:remove': { isRemoved: true },
  'renewal:list-after': [
    {
      renewalId: '5e0e8c5c-7b1c-4f5e-9d2a-1f0b7c6d5e4f',
      cardNumber: 'A1',
      serialNumber: '2C41',
      completedAt: instant,
      usableBy: instant,
      isApproximate: true,
    },
  ],
}
