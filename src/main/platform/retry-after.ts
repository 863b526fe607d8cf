/** A week: longer waits say no more to a user, and a timer given more than 24 days would fire at once. */
const longestSeconds = 7 * 24 * 3600

/** The instant of an HTTP date (RFC 9110, 5.6.7, preferred form), in ms since 1970; undefined when it is none. */
export function parseHttpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text))
    return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}

/**
 * Retry-After (RFC 9110, 10.2.3) in whole seconds, 0 to a week; undefined when absent or neither a number nor a date.
 *
 * @param now what an HTTP date is counted from: the answer's own Date, so that a wrong clock here does not matter
 */
export function parseRetryAfter(text: string | undefined, now: number): number | undefined {
  const value = text?.trim()
  if (value === undefined) return undefined
  if (/^\d{1,15}$/.test(value)) return boundedWait(Number(value))
  const date = parseHttpDate(value)
  return date === undefined ? undefined : boundedWait((date - now) / 1000)
}

export function boundedWait(seconds: number): number {
  return Math.min(longestSeconds, Math.max(0, Math.ceil(seconds)))
}
