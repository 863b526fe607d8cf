const base64Run = /[A-Za-z0-9+/_-]{6,}={0,2}/g
const hexRun = /(?:[0-9a-f]{2}){4,}/gi
const unbroken = /[^\s"']+/g
/** Whatever is hidden has so much of ASCII in a row; chance rarely has. */
const legible = /[ -~]{4}/
const unprintable = /[^\P{C}\n\r\t]|\uFFFD/u

/** Hides what, once decoded, is text that would not be shown: a phone number in base64, a password in a form. */
export function hideEncoded(text: string, hidePlain: (text: string) => string): string {
  const isHidden = (decoded: string) =>
    legible.test(decoded) && !unprintable.test(decoded) && hidePlain(decoded) !== decoded
  const unless = (decode: (run: string) => readonly string[]) => (run: string) =>
    decode(run).some(isHidden) ? '[encoded]' : run
  return text
    .replace(unbroken, unless(fromPercent))
    .replace(hexRun, unless(fromHex))
    .replace(base64Run, unless(fromBase64))
}

function fromHex(run: string): readonly string[] {
  return texts(Buffer.from(run, 'hex'))
}

/** A run that was cut off begins anywhere within four characters. Digits in base64 always bring capitals along. */
function fromBase64(run: string): readonly string[] {
  if (!/[A-Z]/.test(run)) return []
  return [0, 1, 2, 3].flatMap((start) => texts(Buffer.from(run.slice(start), 'base64')))
}

function texts(octets: Buffer): readonly string[] {
  return [octets.toString('utf8'), wideText(octets, 0), wideText(octets, 1)]
}

/**
 * ASCII as UTF-16, which Windows writes; what was cut off may begin in the middle of a character. Not by
 * `toString('utf16le', 1)`: with it a long run on Node 24.21 ended in a corrupted heap, and without it never did.
 */
function wideText(octets: Buffer, start: number): string {
  let text = ''
  for (let index = start; index + 1 < octets.length; index += 2) {
    if (octets[index + 1] !== 0) return ''
    text += String.fromCharCode(octets[index] ?? 0)
  }
  return text
}

function fromPercent(run: string): readonly string[] {
  if (!run.includes('%')) return []
  try {
    return [decodeURIComponent(run.replaceAll('+', ' '))]
  } catch {
    // Cut off, or not UTF-8: as Latin-1, which digits and letters are in any case.
    return [run.replace(/%([0-9a-f]{2})/gi, (_all, octet: string) => String.fromCharCode(Number.parseInt(octet, 16)))]
  }
}
