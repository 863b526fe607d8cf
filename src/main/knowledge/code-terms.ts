/**
 * Everything by which a code or a vendor's value may be typed, beginning at any of its parts: `token.pinLocked` also as
 * pinlocked and locked, `CKR_PIN_LOCKED` as pin_locked, `0x0A000024` as 0a000024 and a000024, `0x000000A4` as 0xa4.
 */
export function codeTerms(code: string): readonly string[] {
  const starts = [...code.matchAll(/[._]|(?=[A-Z][a-z])/g)].map(({ index, 0: cut }) => index + cut.length)
  const parts = [0, ...starts].map((start) => code.slice(start).toLowerCase())
  return [...new Set([...parts, ...valueTerms(code.toLowerCase())])].filter((term) => term.length > 1)
}

function valueTerms(value: string): readonly string[] {
  const [, digits] = /^0x0*([0-9a-f]+)$/.exec(value) ?? []
  return digits === undefined ? [] : [value.slice(2), digits, `0x${digits}`]
}
