import { DerError, tags, type DerElement } from './der.ts'

const forms: Readonly<Record<number, RegExp>> = {
  [tags.utcTime]: /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?Z$/,
  [tags.generalizedTime]: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?Z$/,
}

/**
 * UTCTime or GeneralizedTime in the forms of RFC 5280, 4.1.2.5: UTC, with or without seconds. A date that there is not,
 * such as 30 February, is refused and not counted on into March.
 */
export function readTime(element: DerElement | undefined): Date {
  const form = element === undefined ? undefined : forms[element.tag]
  if (element === undefined || form === undefined) throw new DerError('no time')
  const match = form.exec(Buffer.from(element.content).toString('latin1'))
  if (match === null) throw new DerError('time in an unknown form')
  const [, year = '', month, day, hour, minute, second = '00'] = match
  const iso = `${fullYear(year)}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const time = new Date(iso)
  if (Number.isNaN(time.getTime()) || time.toISOString() !== iso) throw new DerError('time that there is not')
  return time
}

/** Two digits mean 1950 to 2049. */
function fullYear(digits: string): string {
  if (digits.length === 4) return digits
  return Number(digits) >= 50 ? `19${digits}` : `20${digits}`
}
