interface PageQuery {
  readonly page: number
  readonly pageSize: number
}

/** One page of a list, each item as `view` shows it. */
export function pageOf<T, V>(found: readonly T[], { page, pageSize }: PageQuery, view: (item: T) => V) {
  return { items: found.slice((page - 1) * pageSize, page * pageSize).map(view), page, pageSize, total: found.length }
}

/** Of two from the same moment, the one that was added last comes first. */
export function newestFirst<T extends { readonly createdAt: number }>(records: readonly T[]): T[] {
  return records.toReversed().sort((a, b) => b.createdAt - a.createdAt)
}

/** Whether one of the texts contains what is searched for; upper and lower case are the same. */
export function isFound(search: string | undefined, texts: readonly (string | null | undefined)[]): boolean {
  if (search === undefined) return true
  const wanted = search.trim().toLowerCase()
  return texts.some((text) => text?.toLowerCase().includes(wanted) === true)
}
