export interface LinkTarget {
  readonly url: string
  /** In ASCII: a name that only looks like another one shows as what it is. */
  readonly host: string
}

const longest = 2000

/** Where a link of the platform may lead: to a page over https. Undefined for everything else, which stays text. */
export function linkTarget(address: string): LinkTarget | undefined {
  // What a parser would drop or turn round is not the address that is read.
  if (address.length > longest || /[\s\\\p{Cc}\p{Cf}]/u.test(address)) return undefined
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' || url.hostname === '') return undefined
  if (url.username !== '' || url.password !== '' || url.href.length > longest) return undefined
  return { url: url.href, host: url.host }
}
