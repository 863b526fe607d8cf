/** The lists of an account: the wire's words become the page's, and what a person of the platform wrote becomes plain text. */
import { expiringDays } from '../../shared/validity.ts'
import type { Enquiry, PlatformCertificate, PlatformOrder, Shipment } from '../../shared/ipc/models-platform.ts'
import type { OperationId, PlatformAnswer, PlatformRequest } from '../../shared/platform/endpoints.ts'
import { AppError } from '../app-error.ts'
import type { AccountLists, ListPage } from '../platform-account/ports.ts'
import { plainLines, plainText } from './plain-text.ts'
import type { PlatformCall } from './platform-call.ts'
import { rejectionOf } from './rejection.ts'

const pageSize = 20

type Item<Page> = Page extends { readonly items: readonly (infer T)[] } ? T : never
type Wire<O extends OperationId> = Item<PlatformAnswer<O>>

export function createAccountAdapter(call: PlatformCall): AccountLists {
  return {
    certificates: async ({ page, search, validity, ...conditions }) => {
      const query = { page, pageSize, ...conditions, ...filled('search', search), ...validityQuery(validity) }
      return listed(page, await call('listCertificates', { query }), toCertificate)
    },
    orders: async ({ page, active }) => {
      const query = { page, pageSize, ...filled('active', activeWord(active)) }
      return listed(page, await call('listOrders', { query }), toOrder)
    },
    enquiries: async ({ page }) => listed(page, await call('listEnquiries', { query: { page, pageSize } }), toEnquiry),
    shipments: async ({ page }) => listed(page, await call('listShipments', { query: { page, pageSize } }), toShipment),
  }
}

/** As the contract writes a condition that is true or false. */
function activeWord(active: boolean | undefined): 'true' | 'false' | undefined {
  if (active === undefined) return undefined
  return active ? 'true' : 'false'
}

/** 即将到期 is what the program calls so elsewhere: in so many days. */
function validityQuery(
  validity: Parameters<AccountLists['certificates']>[0]['validity'],
): Pick<PlatformRequest<'listCertificates'>['query'], 'status' | 'expiringWithinDays'> {
  if (validity === undefined) return {}
  return validity === 'expiring' ? { expiringWithinDays: expiringDays } : { status: validity }
}

/** Another page than the one that was asked for would be shown under the wrong number. */
function listed<T, V>(page: number, answer: ListPage<T>, view: (item: T) => V): ListPage<V> {
  if (answer.page !== page) {
    throw new AppError('platform.offContract', { details: { outcome: 'not-done', paths: '/page' } })
  }
  return { items: answer.items.map(view), page, pageSize: answer.pageSize, total: answer.total }
}

function toCertificate(wire: Wire<'listCertificates'>): PlatformCertificate {
  const { id, serialNumber, publicKeySha256, holderKind, usage, status, renewable, renewal } = wire
  return {
    ...{ id, serialNumber, publicKeySha256, holderKind, usage, status, renewable },
    issuer: plainText(wire.issuer),
    commonName: plainText(wire.commonName),
    ...filled('organisation', wire.organisation && plainText(wire.organisation)),
    ...filled('creditCode', wire.unifiedSocialCreditCode),
    applicationType: plainText(wire.applicationType),
    ...filled('zone', wire.zone),
    ...filled('cardNumber', wire.cardNumber && plainText(wire.cardNumber)),
    keyAlgorithm: wire.keyAlgorithm,
    notBefore: utc(wire.notBefore),
    notAfter: utc(wire.notAfter),
    ...filled('statusDetail', wire.statusDetail && plainText(wire.statusDetail)),
    ...(renewal === undefined ? {} : { renewal: { from: utc(renewal.from), until: utc(renewal.until) } }),
    ...filled('activeOrderId', wire.activeOrderId),
  }
}

function toOrder({ id, kind, state, certificate, problem, ...wire }: Wire<'listOrders'>): PlatformOrder {
  return {
    ...{ id, kind, state, createdAt: utc(wire.createdAt), expiresAt: utc(wire.expiresAt) },
    ...(certificate === undefined
      ? {}
      : {
          certificate: {
            commonName: plainText(certificate.commonName),
            ...filled('cardNumber', certificate.cardNumber && plainText(certificate.cardNumber)),
            serialNumber: certificate.serialNumber,
            notAfter: utc(certificate.notAfter),
          },
        }),
    ...filled('endedAt', wire.endedAt && utc(wire.endedAt)),
    ...filled('rejection', rejectionOf(problem)),
  }
}

function toEnquiry({ id, title, question, state, ...wire }: Wire<'listEnquiries'>): Enquiry {
  return {
    ...{ id, title: plainText(title), question: plainLines(question), state, askedAt: utc(wire.askedAt) },
    ...filled('answer', wire.answer && plainLines(wire.answer)),
    ...filled('answeredAt', wire.answeredAt && utc(wire.answeredAt)),
  }
}

function toShipment({ id, content, state, ...wire }: Wire<'listShipments'>): Shipment {
  return {
    ...{ id, content: plainText(content), state, createdAt: utc(wire.createdAt) },
    ...filled('carrier', wire.carrier && plainText(wire.carrier)),
    ...filled('trackingNumber', wire.trackingNumber && plainText(wire.trackingNumber)),
    ...filled('orderId', wire.orderId),
    ...filled('shippedAt', wire.shippedAt && utc(wire.shippedAt)),
    ...filled('deliveredAt', wire.deliveredAt && utc(wire.deliveredAt)),
  }
}

/** The field, unless there is nothing in it. */
function filled<K extends string, V>(name: K, value: V | null | undefined | ''): Partial<Readonly<Record<K, V>>> {
  // A computed name widens to string.
  return value === undefined || value === null || value === '' ? {} : ({ [name]: value } as Partial<Record<K, V>>)
}

function utc(instant: string): string {
  return new Date(instant).toISOString()
}
