/**
 * The fuse wire of an Electron binary (electron docs, tutorial/fuses): sentinel, version, count, one character per fuse.
 * The values are those of a fresh Electron 45: what electron-builder.yml does not turn stays as it is here, and is found.
 */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const freshFuses = '101100011'

export function fuseWire(fuses = freshFuses): Buffer {
  return Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses.length]), Buffer.from(fuses)])
}
