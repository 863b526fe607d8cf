interface RenewalPeriod {
  readonly oldNotAfter: Date
  readonly now: Date
  readonly months: number
  /** The end of the issuing authority itself; nothing it issues may live longer. */
  readonly limit: Date
}

/**
 * The end of a renewed certificate: what was left of the old time is kept, after its end the time counts from today. A
 * day that the target month does not have becomes its last (29 Feb → 28 Feb). UTC.
 */
export function renewedNotAfter({ oldNotAfter, now, months, limit }: RenewalPeriod): Date {
  const end = new Date(Math.max(oldNotAfter.getTime(), now.getTime()))
  const day = end.getUTCDate()
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(day, lastDay))
  return end > limit ? limit : end
}
