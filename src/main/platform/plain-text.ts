const longestText = 5000

/** Several lines of the platform's as plain text: no control or direction characters, at most 5000 characters unless told. */
export function plainLines(text: string, longest = longestText): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trimEnd())
  return Array.from(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
    .slice(0, longest)
    .join('')
}

/** Text of the platform as one line of plain text: no control or direction characters, at most 200 characters. */
export function plainText(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
  const characters = Array.from(line)
  return characters.length <= 200 ? line : `${characters.slice(0, 199).join('')}…`
}
