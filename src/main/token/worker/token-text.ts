const utf8 = new TextDecoder('utf-8', { fatal: true })
const gb18030 = new TextDecoder('gb18030')

/** PKCS#11 says labels are UTF-8; Chinese middleware writes GBK into them all the same. */
export function decodeLabel(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return gb18030.decode(bytes)
  }
}

/** A fixed-width field of CK_TOKEN_INFO: padded with blanks by the standard, with NUL by some modules. */
export function trimField(field: string): string {
  let end = field.length
  while (end > 0 && (field[end - 1] === ' ' || field[end - 1] === '\0')) end -= 1
  return field.slice(0, end)
}
