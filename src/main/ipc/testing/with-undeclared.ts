/** For tests: the value with a field nobody has declared, in every object at every depth. */
export function withUndeclared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part: unknown) => withUndeclared(part))
  if (typeof value !== 'object' || value === null) return value
  const fields: readonly (readonly [string, unknown])[] = Object.entries(value)
  const entries = fields.map(([name, part]) => [name, isOpen(name, part) ? part : withUndeclared(part)] as const)
  return { ...Object.fromEntries(entries), privateKey: 'secret' }
}

/** The details of a failure and the facts of a finding are open by their schema. */
function isOpen(name: string, part: unknown): boolean {
  return name === 'facts' || (name === 'details' && !Array.isArray(part))
}
