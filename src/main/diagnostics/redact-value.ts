/** The value with every text in it redacted, also the names of fields; numbers and the shape stay, so that it remains JSON. */
export function redactValue(value: unknown, redact: (text: string) => string): unknown {
  const known = new Map<string, string>()
  // The same names and words come again and again.
  const once = (text: string): string => {
    const redacted = known.get(text) ?? redact(text)
    known.set(text, redacted)
    return redacted
  }
  return redactParts(value, once)
}

function redactParts(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((part: unknown) => redactParts(part, redact))
  if (typeof value !== 'object' || value === null) return value
  const fields: readonly (readonly [string, unknown])[] = Object.entries(value)
  return Object.fromEntries(fields.map(([name, part]) => [redact(name), redactParts(part, redact)]))
}
