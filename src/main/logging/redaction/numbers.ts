/**
 * Numbers that may be a PIN, a code or somebody's phone or id. Dates, versions, UUIDs, hashes, 0x…, what is masked
 * already, and counts of up to three digits stay readable.
 */
const readable = new RegExp(
  [
    '\\b(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d)',
    '\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b',
    '\\b0x[0-9a-f]+\\b',
    '\\b(?=\\d*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{32,40})\\b',
    '(?<![\\d.])\\d{1,3}\\.\\d{1,3}\\.\\d{1,5}(?:\\.\\d{1,5})?(?![\\d.])',
    '\\*{4,}\\d{4}(?!\\d)',
  ].join('|'),
  'gi',
)

/** Between any letters: a library may write `pin_1234` or `PIN1234`. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, '[phone]'],
  [/(?<!\d)\d{17}[\dXx](?!\d)/g, '[person]'],
  [/\d{4,}/g, '[digits]'],
]

export function hideNumbers(text: string): string {
  const kept = text.match(readable) ?? []
  return text
    .split(readable)
    .map((part, index) => replaceNumbers(part) + (kept[index] ?? ''))
    .join('')
}

function replaceNumbers(text: string): string {
  return rules.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text)
}
