const longRun = /[A-Za-z0-9+/_-]{40,}={0,2}/g
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const word = /^(?:(?:[A-Z]?[a-z]+)+|[A-Z]+)?\d{0,3}$/

/**
 * Base64 and hex of 40 characters and more: whatever is in it, nobody reads it in a log. SHA-1 and SHA-256 in hex, UUIDs
 * and paths made of words stay.
 */
export function hideBlobs(text: string): string {
  return text.replace(longRun, (run) => (isReadable(run) ? run : '[blob]'))
}

function isReadable(run: string): boolean {
  if (/^[0-9a-f]+$/i.test(run)) return run.length === 40 || run.length === 64
  return run
    .replace(uuid, '')
    .split(/[-_/+]/)
    .every(isWord)
}

/** Random characters are no word for long: there would be a digit or two capitals in it. */
function isWord(part: string): boolean {
  return part.length <= 24 && word.test(part)
}
