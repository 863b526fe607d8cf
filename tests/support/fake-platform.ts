/** What the platform says in a fake desktop: an account with certificates, orders, an enquiry and a shipment. */
import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { Input, Output } from '../../src/shared/ipc/contract.ts'
import type { Result } from '../../src/shared/ipc/result.ts'
import type {
  Enquiry,
  PlatformCertificate,
  PlatformOrder,
  PlatformStatus,
  Shipment,
} from '../../src/shared/ipc/models-platform.ts'
import { sealAnswers } from './sample-seals.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString()

/** A signing certificate that can be renewed, as the platform lists it; it is the one with the letter a on the sample key. */
export function samplePlatformCertificate(changes: Partial<PlatformCertificate> = {}): PlatformCertificate {
  return {
    id: 'c-1',
    serialNumber: '2C418A09',
    publicKeySha256: 'a'.repeat(64),
    issuer: 'CN=山东CA',
    commonName: '济南示例科技有限公司',
    organisation: '济南示例科技有限公司',
    creditCode: '91370100MA3XXXXX0K',
    applicationType: '电子投标',
    holderKind: 'organisation',
    zone: 'public',
    cardNumber: '370100882231',
    usage: 'signing',
    keyAlgorithm: 'rsa-2048',
    notBefore: inDays(-338),
    notAfter: inDays(26.5),
    status: 'expiring',
    statusDetail: '可以延期',
    renewable: true,
    ...changes,
  }
}

export function sampleOrder(changes: Partial<PlatformOrder> = {}): PlatformOrder {
  return {
    id: 'R20261123-0142',
    kind: 'renewal',
    state: 'pending-verification',
    certificate: {
      commonName: '济南示例科技有限公司',
      cardNumber: '370100882231',
      serialNumber: '2C418A09',
      notAfter: inDays(26.5),
    },
    createdAt: inDays(-0.1),
    expiresAt: inDays(0.1),
    ...changes,
  }
}

export function sampleEnquiry(changes: Partial<Enquiry> = {}): Enquiry {
  return {
    id: 'e-1',
    title: '延期后多久可以投标',
    question: '昨天办理了延期，\n今天投标系统仍提示证书未生效。',
    state: 'answered',
    askedAt: inDays(-2),
    answer: '业务系统约一个工作日后更新，请明天再试。',
    answeredAt: inDays(-1),
    ...changes,
  }
}

export function sampleShipment(changes: Partial<Shipment> = {}): Shipment {
  return {
    id: 's-1',
    content: 'USB Key 一把',
    carrier: '顺丰速运',
    trackingNumber: 'SF1234567890123',
    state: 'shipped',
    createdAt: inDays(-3),
    shippedAt: inDays(-2),
    ...changes,
  }
}

/** One page as main answers, with these on it. */
export function pageWith<T>(items: readonly T[], page = 1, total = items.length) {
  return { items: [...items], page, pageSize: 20, total, readAt: new Date().toISOString() }
}

/** A PNG of one white pixel. */
export const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

const known: PlatformStatus = { state: 'available', features: ['captchas'] }

type Channels = Extract<
  Channel,
  `${'platform' | 'seals' | 'camera'}:${string}` | 'account:captcha' | 'renewal:list-after'
>

export const platformAnswers: { readonly [C in Channels]: (input: Input<C>) => Result<Output<C>> } = {
  'account:captcha': () => ok({ id: 'captcha-1', image: onePixel, expiresAt: inDays(0.01) }),
  ...sealAnswers,
  'platform:check': () => ok(known),
  'platform:list-certificates': ({ page }) => ok(pageWith([samplePlatformCertificate()], page)),
  'platform:list-orders': ({ page, active }) => ok(pageWith(active ? [sampleOrder()] : [], page)),
  'platform:list-enquiries': ({ page }) => ok(pageWith([sampleEnquiry()], page)),
  'platform:list-shipments': ({ page }) => ok(pageWith([sampleShipment()], page)),
}

function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}
