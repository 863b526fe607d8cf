/**
 * ID and the name to show of an os-release file (os-release(5): assignments as a shell has them, of which quotes and
 * backslashes are all that occurs). Empty where the file does not say.
 */
export function readOsRelease(text: string): { readonly id: string; readonly name: string } {
  const fields = new Map(text.split(/\r?\n/).flatMap((line) => assignment(line) ?? []))
  const name = fields.get('PRETTY_NAME') ?? fields.get('NAME') ?? ''
  return { id: (fields.get('ID') ?? '').toLowerCase(), name: name.slice(0, 80) }
}

function assignment(line: string): readonly (readonly [string, string])[] | undefined {
  const [, name, value = ''] = /^\s*([A-Z0-9_]+)=(.*?)\s*$/.exec(line) ?? []
  if (name === undefined) return undefined
  const inner = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
  return [[name, inner.replace(/\\(.)/g, '$1')]]
}
