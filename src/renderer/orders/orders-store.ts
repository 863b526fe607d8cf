import { createListStore } from '../platform/list-store.ts'

export const useOrders = createListStore('platform:list-orders', { page: 1, active: true })
export const useEnquiries = createListStore('platform:list-enquiries', { page: 1 })
export const useShipments = createListStore('platform:list-shipments', { page: 1 })
