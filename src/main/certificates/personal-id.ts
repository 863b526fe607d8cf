/**
 * 公民身份号码 (GB 11643): region, date of birth, sequence, check digit. CAs put it into subjects and labels, also in the
 * middle of other text, as in `041@0330602…@张三`; the whole number never leaves main.
 */
const personalId = /[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]/
const everyPersonalId = new RegExp(personalId, 'g')

/** By its form, whatever stands around it. */
export function isPersonalId(text: string): boolean {
  return personalId.test(text)
}

/** First three and last four stay, as on the platform. */
export function maskPersonalId(number: string): string {
  return `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`
}

/** @param known a number that has no such form but is known to be somebody's id */
export function maskPersonalIds(text: string, known?: string): string {
  const masked = known === undefined ? text : text.replaceAll(known, maskPersonalId(known))
  return masked.replace(everyPersonalId, maskPersonalId)
}
