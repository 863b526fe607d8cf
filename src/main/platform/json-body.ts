/**
 * The media type of a Content-Type header (RFC 9110, 8.3), lower case, without parameters. Undefined when absent,
 * malformed, or in another charset than UTF-8.
 */
export function mediaType(contentType: string | undefined): string | undefined {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const essence = type?.trim() ?? ''
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(essence)) return undefined
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  // A web page is one in any charset: it is recognised, never read.
  if (essence === 'text/html' || charset === undefined || /^charset="?utf-8"?$/.test(charset)) return essence
  return undefined
}

/** JSON (RFC 8259) in strict UTF-8; a member named __proto__ is dropped at every depth. */
export function parseJson(body: Uint8Array): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    const value: unknown = JSON.parse(text, (name, member: unknown) => (name === '__proto__' ? undefined : member))
    return { ok: true, value }
  } catch {
    // Not UTF-8, not JSON, or nested too deep: to the caller all the same, and the parser's message would quote the body.
    return { ok: false }
  }
}
