/** `app://bundle` of `app://bundle/index.html`. `URL.origin` is 'null' for schemes that the parser does not know. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const url = new URL(address)
  return `${url.protocol}//${url.host}`
}
