import { createListStore } from '../../platform/list-store.ts'

export const useSeals = createListStore('seals:list', { page: 1 })
