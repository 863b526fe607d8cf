/** Milliseconds since 1970 as RFC 3339 in UTC, as the contract writes times. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
