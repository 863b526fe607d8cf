/** How what is about a person or a company is written where support reads it: enough to tell two apart, no more. */

/** `****2231`: the last four characters of a card number, a serial number, an order. Short ones not at all. */
export function maskedEnd(text: string): string {
  return text.length <= 4 ? '****' : `****${text.slice(-4)}`
}

/** `张*`, `欧阳**`; a company by its first and last two characters: `济南****公司`. */
export function maskedName(name: string): string {
  const letters = Array.from(name)
  if (letters.length === 0) return ''
  if (letters.length <= 3) return `${letters[0] ?? ''}${'*'.repeat(letters.length - 1)}`
  if (letters.length <= 5) return `${letters.slice(0, 2).join('')}${'*'.repeat(letters.length - 2)}`
  return `${letters.slice(0, 2).join('')}****${letters.slice(-2).join('')}`
}
