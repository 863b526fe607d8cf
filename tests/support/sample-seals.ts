/** 电子印章 in a fake desktop: one seal that is in review, and nothing that waits after a renewal. */
import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { Input, Output } from '../../src/shared/ipc/contract.ts'
import type { AfterRenewal, SealCertificate, SealModel } from '../../src/shared/ipc/models-seals.ts'
import type { Result } from '../../src/shared/ipc/result.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString()

export function sampleSeal(changes: Partial<SealModel> = {}): SealModel {
  return {
    id: 'seal-1',
    type: 'official',
    name: '济南示例科技有限公司',
    certificateId: 'c-1',
    cardNumber: '370100882231',
    organisation: '济南示例科技有限公司',
    department: '综合办公室',
    applicant: '张三',
    state: 'in-review',
    createdAt: inDays(-1),
    imageSha256: 'ab'.repeat(32),
    ...changes,
  }
}

/** The platform's word on the certificate with the letter a on the sample key. */
export function sampleSealCertificate(changes: Partial<SealCertificate> = {}): SealCertificate {
  return {
    id: 'c-1',
    serialNumber: '2C418A09',
    publicKeySha256: 'a'.repeat(64),
    commonName: '济南示例科技有限公司',
    organisation: '济南示例科技有限公司',
    holderKind: 'organisation',
    cardNumber: '370100882231',
    notAfter: inDays(26.5),
    ...changes,
  }
}

export function sampleAfterRenewal(changes: Partial<AfterRenewal> = {}): AfterRenewal {
  return {
    renewalId: '0b6c3f0e-6f7b-4e57-9d67-3f0f0a5f3c11',
    cardNumber: '370100882231',
    serialNumber: '5E9017D3',
    completedAt: inDays(0),
    usableBy: inDays(1),
    isApproximate: false,
    ...changes,
  }
}

/** A PNG of one white pixel. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

type SealChannel = Extract<Channel, `${'seals' | 'camera'}:${string}` | 'renewal:list-after'>

export const sealAnswers: { readonly [C in SealChannel]: (input: Input<C>) => Result<Output<C>> } = {
  'seals:list': ({ page }) =>
    ok({ items: [sampleSeal()], page, pageSize: 20, total: 1, readAt: new Date().toISOString() }),
  'seals:certificates': () => ok({ items: [sampleSealCertificate()] }),
  'seals:register': (registration) =>
    ok({ seal: sampleSeal({ ...registration, state: 'draft', imageSha256: undefined }), wasThere: false }),
  'seals:put-image': ({ sealId }) => ok(sampleSeal({ id: sealId })),
  'seals:image': () => ok({ image: picture }),
  'seals:remove': () => ok({ isRemoved: true }),
  'renewal:list-after': () => ok([]),
  'camera:open': () => ok({ isAllowed: true, system: 'windows' }),
  'camera:close': () => ok({ isClosed: true }),
}

function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}
