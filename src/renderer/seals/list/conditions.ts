import type { Input } from '../../../shared/ipc/contract.ts'

export type SealConditions = Omit<Input<'seals:list'>, 'page'>

/** What clears every condition of a query. */
export const noConditions: { readonly [K in keyof SealConditions]-?: undefined } = {
  type: undefined,
  state: undefined,
  cardNumber: undefined,
  search: undefined,
}

export function isNarrowed(query: SealConditions): boolean {
  return (Object.keys(noConditions) as (keyof SealConditions)[]).some((name) => query[name] !== undefined)
}
