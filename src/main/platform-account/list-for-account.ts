import type { Output } from '../../shared/ipc/contract.ts'
import type { AccountLists, ListPage } from './ports.ts'

/** The lists that the page shows, each with the moment it was read: offline, an old list is shown as what it is. */
export interface ListCases {
  readonly certificates: (
    query: Parameters<AccountLists['certificates']>[0],
  ) => Promise<Output<'platform:list-certificates'>>
  readonly orders: (query: Parameters<AccountLists['orders']>[0]) => Promise<Output<'platform:list-orders'>>
  readonly enquiries: (query: Parameters<AccountLists['enquiries']>[0]) => Promise<Output<'platform:list-enquiries'>>
  readonly shipments: (query: Parameters<AccountLists['shipments']>[0]) => Promise<Output<'platform:list-shipments'>>
}

export function createListCases(lists: AccountLists, now: () => Date): ListCases {
  const stamped = async <T>(asked: Promise<ListPage<T>>) => ({ ...(await asked), readAt: now().toISOString() })
  return {
    certificates: (query) => stamped(lists.certificates(query)),
    orders: (query) => stamped(lists.orders(query)),
    enquiries: (query) => stamped(lists.enquiries(query)),
    shipments: (query) => stamped(lists.shipments(query)),
  }
}
