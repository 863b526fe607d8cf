/** One DER element with a buffer of its own, as webcrypto's types ask for it. */
export type Der = Uint8Array<ArrayBuffer>
