import { createListStore } from '../platform/list-store.ts'

export const usePlatformCertificates = createListStore('platform:list-certificates', { page: 1 })
