const certificateTable = 4
const pkcs7 = 2

/**
 * Does a Windows program carry an Authenticode signature? Looks whether one is there (the certificate table of the PE
 * optional header, an entry of type PKCS #7), not whether it is good: that is the system's to judge.
 */
export function isSigned(program: Uint8Array): boolean {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength)
  try {
    const optionalHeader = view.getUint32(0x3c, true) + 24
    const directories = optionalHeader + (view.getUint16(optionalHeader, true) === 0x20b ? 112 : 96)
    const at = directories + 8 * certificateTable
    const [offset, size] = [view.getUint32(at, true), view.getUint32(at + 4, true)]
    return size > 8 && offset + size <= view.byteLength && view.getUint16(offset + 6, true) === pkcs7
  } catch (thrown) {
    if (thrown instanceof RangeError) return false
    throw thrown
  }
}
