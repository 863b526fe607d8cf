/** A file read in pieces. A library names its functions somewhere in its middle, and some are a hundred megabytes long. */
export interface Octets {
  /** Exactly these octets. @throws RangeError where the file has them not, or too many are asked for */
  read(position: number, length: number): Promise<DataView>
}

/** A table of names is far smaller; a damaged header may say anything. */
const most = 8_000_000

/** @param readAt answers with fewer octets at the end of the file */
export function createOctets(readAt: (position: number, length: number) => Promise<Uint8Array>): Octets {
  return {
    read: async (position, length) => {
      if (!(position >= 0 && length >= 0 && length <= most)) throw new RangeError('too much is asked for')
      const octets = await readAt(position, length)
      if (octets.length !== length) throw new RangeError('the file ends before')
      return new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
    },
  }
}

/** The text from here up to its NUL. */
export function textAt(view: DataView, position: number): string {
  const octets = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  const end = octets.indexOf(0, position)
  return Buffer.from(octets.subarray(position, end === -1 ? undefined : end)).toString('latin1')
}
