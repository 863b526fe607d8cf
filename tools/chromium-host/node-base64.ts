import type { Base64 } from './injected/clone-encode.ts'

export const nodeBase64: Base64 = {
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  // A copy: a Buffer may be a view into Node's shared pool, and the decoded value keeps the whole buffer.
  decode: (text) => Uint8Array.from(Buffer.from(text, 'base64')).buffer,
}
