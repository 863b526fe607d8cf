import { AppError } from '../../../app-error.ts'
import { toSkfError } from '../skf-errors.ts'
import type { SkfName } from './prototypes.ts'

/** More than any answer has; a length above it is none. */
const mostOctets = 1 << 20
/** Behind the room that is told: some libraries end a text there. */
const margin = 64

interface SizedCall {
  readonly name: SkfName
  /** How much the first try has room for. */
  readonly room: number
  readonly call: (octets: Uint8Array, length: Uint8Array) => number
}

/**
 * What a function answers that says itself how long it is. Vendors tell "too small" with several codes, or with none:
 * whatever the code, a length that is larger than the room is asked for again, once.
 */
export function readSized({ name, room, call }: SizedCall): Uint8Array {
  const first = tryRoom(room, call)
  const last = first.length > room && first.length <= mostOctets ? tryRoom(first.length, call) : first
  if (last.code !== 0) throw toSkfError(name, last.code)
  if (last.length > last.octets.length - margin) {
    throw new AppError('token.failed', { details: { call: name, detail: 'length' } })
  }
  return Uint8Array.from(last.octets.subarray(0, last.length))
}

function tryRoom(room: number, call: SizedCall['call']) {
  const octets = Buffer.alloc(room + margin)
  const length = writeNumber(room)
  const code = call(octets, length)
  return { code, octets, length: readNumber(length) }
}

/** ULONG for a library to read or to fill, whether it has 4 octets or 8: all platforms that are built for are little-endian. */
export function writeNumber(value = 0): Buffer {
  const octets = Buffer.alloc(8)
  octets.writeUInt32LE(value >>> 0)
  return octets
}

export function readNumber(octets: Buffer): number {
  return octets.readUInt32LE()
}

/** A name for the library: octets as it has told them, with an end mark. */
export function endMarked(name: Uint8Array): Buffer {
  return Buffer.concat([name, Buffer.of(0)])
}

/** The handle that a call has put into these octets. One of none that says it has worked would crash the next call. */
export function readHandle(name: SkfName, octets: Buffer): bigint {
  const handle = octets.readBigUInt64LE()
  if (handle === 0n) throw new AppError('token.failed', { details: { call: name, detail: 'handle' } })
  return handle
}
