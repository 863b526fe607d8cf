/**
 * Rule 6: numbers that may be a PIN, a code or somebody's phone or id do not belong in a log. What the program knows to
 * be secret never gets here; this catches what a library's message may carry. Dates, UUIDs, hashes, 0x… and counts of up
 * to three digits stay readable.
 */
const readable = new RegExp(
  [
    '\\b(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d)',
    '\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b',
    '\\b0x[0-9a-f]+\\b',
    '\\b(?=\\d*[a-f])[0-9a-f]{32,}\\b',
  ].join('|'),
  'gi',
)

const bearerToken = /(bearer\s+)\S+/gi

/** Between any letters: a library may write `pin_1234` or `PIN1234`. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, '[phone]'],
  [/(?<!\d)\d{17}[\dXx](?!\d)/g, '[person]'],
  [/\d{4,}/g, '[digits]'],
]

export function redact(text: string): string {
  // Before anything is kept: a token may look like a hash.
  const tokenless = text.replace(bearerToken, '$1[token]')
  const kept = tokenless.match(readable) ?? []
  return tokenless
    .split(readable)
    .map((part, index) => hideNumbers(part) + (kept[index] ?? ''))
    .join('')
}

function hideNumbers(text: string): string {
  return rules.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text)
}
