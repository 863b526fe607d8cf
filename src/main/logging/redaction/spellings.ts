/** How a secret may be written: as it is, or encoded by whoever passes it on. ASCII letters are in lower case. */
export interface Spelling {
  readonly octets: Buffer
  /** Part of a longer run of letters and digits that has to go as a whole. */
  readonly isEncoded: boolean
}

/**
 * Plain text, text in JSON, percent-encoding (RFC 3986, and as forms do it), hex (also with separators), and base64 and
 * base64url (RFC 4648) wherever in the encoded text the secret stands. Also of its UTF-16, as Windows writes it.
 */
export function spellingsOf(secret: Buffer): readonly Spelling[] {
  const text = secret.toString('utf8')
  const wide = Buffer.from(text, 'utf16le')
  const plain = [text, JSON.stringify(text).slice(1, -1), ...percentEncoded(text, secret)]
  const encoded = [secret, wide].flatMap((octets) => [...inHex(octets), ...inBase64(octets)])
  wide.fill(0)
  return [
    ...unique(plain).map((spelling) => ({ octets: lowerCased(spelling), isEncoded: false })),
    ...unique(encoded).map((spelling) => ({ octets: lowerCased(spelling), isEncoded: true })),
  ]
}

/** Lower-cases ASCII in place: positions stay what they are. */
export function toLowerCase(octets: Buffer): Buffer {
  for (let index = 0; index < octets.length; index += 1) {
    const octet = octets[index] ?? 0
    if (octet >= 0x41 && octet <= 0x5a) octets[index] = octet + 0x20
  }
  return octets
}

function lowerCased(text: string): Buffer {
  return toLowerCase(Buffer.from(text, 'utf8'))
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}

function percentEncoded(text: string, octets: Buffer): readonly string[] {
  const component = encodeURIComponent(text.toWellFormed())
  const form = new URLSearchParams([['', text]]).toString().slice(1)
  const every = [...octets].map((octet) => `%${octet.toString(16).padStart(2, '0')}`).join('')
  return [component, form, every]
}

function inHex(octets: Buffer): readonly string[] {
  const pairs = [...octets].map((octet) => octet.toString(16).padStart(2, '0'))
  return ['', ' ', ':'].map((separator) => pairs.join(separator))
}

/** Three ways, by where the text before it ends; without the characters that hold bits of what stands beside. */
function inBase64(octets: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), octets])
    const encoded = padded.toString('base64').replace(/=+$/, '')
    const whole = encoded.slice(Math.ceil((before * 8) / 6), padded.length % 3 === 0 ? undefined : -1)
    padded.fill(0)
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
