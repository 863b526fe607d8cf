import type { Input } from '../../shared/ipc/contract.ts'

export type Conditions = Omit<Input<'platform:list-certificates'>, 'page'>

/** What clears every condition of a query. */
export const noConditions: { readonly [K in keyof Conditions]-?: undefined } = {
  validity: undefined,
  holderKind: undefined,
  zone: undefined,
  search: undefined,
}

export function isNarrowed({ validity, holderKind, zone, search }: Conditions): boolean {
  return validity !== undefined || holderKind !== undefined || zone !== undefined || search !== undefined
}
