const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** By its first octets (PNG, 5.2): a name says nothing. */
export function isPng(octets: Uint8Array): boolean {
  return signature.every((octet, at) => octets[at] === octet)
}

/** Of a PNG, from its header (11.2.2). */
export function pngSides(octets: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (octets.length < 24) return undefined
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
