/** A text that a device tells of itself, cut to what can be shown; nothing where it says nothing. */
export function deviceText(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  // A descriptor may hold anything: control characters are no words.
  const words = text.replace(/\p{Cc}+/gu, ' ').trim()
  return words === '' ? undefined : words.slice(0, 120)
}

/** A vendor or product id as 4 lower-case hex digits, or nothing. */
export function usbId(text: string): string | undefined {
  const digits = text.trim().toLowerCase()
  return /^[0-9a-f]{4}$/.test(digits) ? digits : undefined
}
