/** What the lists of an account need from the platform, in the words that the page is shown. */
import type * as z from 'zod'
import type {
  CertificateListQuery,
  Enquiry,
  ListQuery,
  OrderListQuery,
  PlatformCertificate,
  PlatformOrder,
  PlatformStatus,
  Shipment,
} from '../../shared/ipc/models-platform.ts'

export interface ListPage<T> {
  readonly items: T[]
  readonly page: number
  readonly pageSize: number
  /** Of all pages. */
  readonly total: number
}

type Query<T extends z.ZodType> = Readonly<z.output<T>>

/**
 * The lists of the account that is logged in, page by page, their free text as plain text. Codes platform.loginRequired
 * and those of any call of the platform.
 */
export interface AccountLists {
  certificates(query: Query<typeof CertificateListQuery>): Promise<ListPage<PlatformCertificate>>
  orders(query: Query<typeof OrderListQuery>): Promise<ListPage<PlatformOrder>>
  enquiries(query: Query<typeof ListQuery>): Promise<ListPage<Enquiry>>
  shipments(query: Query<typeof ListQuery>): Promise<ListPage<Shipment>>
}

/** What the calls of the platform have told about it. */
export interface PlatformHealth {
  current(): PlatformStatus
  /** When the platform was last asked how it is, and when a call last told something; ms since 1970. */
  moments(): { readonly askedAt: number | undefined; readonly heardAt: number | undefined }
  /** Asks it. Rejects like any call; what that tells is in `current` then. */
  ask(): Promise<void>
  /** Told after each change; answers with its end. */
  subscribe(listener: (status: PlatformStatus) => void): () => void
}
