import type { Check } from '../check.ts'
import { inOrder, outOfOrder } from '../finding.ts'

export interface TimeZone {
  /** IANA's name: 'Asia/Shanghai'. */
  readonly name: string
  /** Minutes east of Greenwich, now. */
  readonly offsetMinutes: number
}

/** All of China is at UTC+8, without a summer time (since 1991). */
const chinaMinutes = 8 * 60

/** Are dates shown in the time of China? Code environment.timeZone with details.utcOffsetMinutes. */
export function createTimeZoneCheck(zone: () => TimeZone = zoneOfComputer): Check {
  return {
    name: 'time-zone',
    run: () => {
      const { name, offsetMinutes } = zone()
      const details = [{ label: 'timeZone', value: name }]
      if (offsetMinutes === chinaMinutes) return Promise.resolve([inOrder({ zone: name }, { details })])
      const failure = { code: 'environment.timeZone', details: { utcOffsetMinutes: offsetMinutes } } as const
      return Promise.resolve([outOfOrder('attention', failure, { details })])
    },
  }
}

function zoneOfComputer(): TimeZone {
  // JavaScript counts to the west.
  const offsetMinutes = -new Date().getTimezoneOffset() + 0
  return { name: Intl.DateTimeFormat().resolvedOptions().timeZone, offsetMinutes }
}
