import { tags, type DerElement } from './der.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const utf16 = new TextDecoder('utf-16be')
const gb18030 = new TextDecoder('gb18030')

/**
 * Text of a DER string of any type. Chinese CAs have put GBK octets into UTF8String, PrintableString and T61String, so
 * what is not UTF-8 is read as GB 18030; a value that is no string at all is shown as hex.
 */
export function readText({ tag, content }: DerElement): string {
  if (tag === tags.bmpString) return utf16.decode(content)
  if (tag === tags.universalString) return readUniversal(content)
  return isString(tag) ? readOctetText(content) : Buffer.from(content).toString('hex')
}

/** UTF-8 if it is, else GB 18030. */
function readOctetText(octets: Uint8Array): string {
  try {
    return utf8.decode(octets)
  } catch {
    return gb18030.decode(octets)
  }
}

/** UTF8String, NumericString, PrintableString, T61String, VideotexString, IA5String, Graphic-, Visible- and GeneralString. */
function isString(tag: number): boolean {
  return tag === tags.utf8String || (tag >= 0x12 && tag <= 0x16) || (tag >= 0x19 && tag <= 0x1b)
}

function readUniversal(content: Uint8Array): string {
  const view = new DataView(content.buffer, content.byteOffset, content.length)
  let text = ''
  for (let offset = 0; offset + 4 <= content.length; offset += 4) {
    const point = view.getUint32(offset)
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD'
  }
  return text
}
