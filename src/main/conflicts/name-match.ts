/** Does a name fit a pattern of the table? Case does not count, * stands for any characters. */
export function fitsPattern(name: string, pattern: string): boolean {
  // Most have none, and are compared with every process: an expression for each would keep the program busy.
  if (!pattern.includes('*')) return name.toLowerCase() === pattern.toLowerCase()
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`, 'is').test(name)
}

/** Does a text hold one of these parts? Neither case nor the blanks of Chinese count: 国信CA is 国信 CA. */
export function holdsPart(text: string, parts: readonly string[]): boolean {
  const comparable = toComparable(text)
  return parts.some((part) => comparable.includes(toComparable(part)))
}

/** Does a path lead through one of these folders? Written with either slash. */
export function leadsThrough(path: string, folders: readonly string[]): boolean {
  const steps = toSteps(path)
  return folders.some((folder) => steps.includes(toSteps(folder)))
}

/** A text, or a part, as they are compared. Between words of Latin letters a blank stays: Internet CA does not hold NETCA. */
export function toComparable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<=\P{ASCII}) | (?=\P{ASCII})/gu, '')
    .toLowerCase()
}

function toSteps(path: string): string {
  return `/${path.replaceAll('\\', '/').toLowerCase()}/`
}
