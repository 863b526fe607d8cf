/** CKM_ECDSA answers r and s side by side; everything else wants Ecdsa-Sig-Value (RFC 3279, 2.2.3). */
export function toDerSignature(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2
  const integers = Buffer.concat([toDerInteger(raw.subarray(0, half)), toDerInteger(raw.subarray(half))])
  return toDer(0x30, integers)
}

function toDerInteger(unsigned: Uint8Array): Buffer {
  const first = unsigned.findIndex((octet) => octet !== 0)
  const significant = first < 0 ? Uint8Array.of(0) : unsigned.subarray(first)
  const isNegative = ((significant[0] ?? 0) & 0x80) !== 0
  return toDer(0x02, Buffer.concat([Uint8Array.from(isNegative ? [0] : []), significant]))
}

/** Lengths up to 255 octets: enough for curves of 521 bits. */
function toDer(tag: number, content: Uint8Array): Buffer {
  const length = content.length < 0x80 ? [content.length] : [0x81, content.length]
  return Buffer.concat([Uint8Array.from([tag, ...length]), content])
}
