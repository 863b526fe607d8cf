import type { SymmetricAlgorithm } from '../../../../shared/token/messages.ts'
import { decodeLabel, trimField } from '../../worker/token-text.ts'
import { deviceInfoFields, type Layout } from './layout.ts'

/** What DEVINFO tells. The texts lie at the same places in every layout. */
export interface DeviceInfo {
  readonly manufacturer: string
  readonly issuer: string
  readonly label: string
  readonly serialNumber: string
  /** `major.minor` */
  readonly hardware: string
  readonly firmware: string
  /** Absent where the layout is not known. */
  readonly numbers?: DeviceNumbers
}

interface DeviceNumbers {
  readonly symmetric: number
  readonly asymmetric: number
  readonly hash: number
  readonly deviceAuthentication: number
  readonly totalBytes: number
  readonly freeBytes: number
}

/** @param octets what SKF_GetDevInfo has filled, 4096 of them */
export function readDeviceInfo(octets: Uint8Array, layout: Layout | undefined): DeviceInfo {
  const text = (start: number, length: number) => readText(octets.subarray(start, start + length))
  const version = (start: number) => `${octets[start] ?? 0}.${octets[start + 1] ?? 0}`
  return {
    manufacturer: text(2, 64),
    issuer: text(66, 64),
    label: text(130, 32),
    serialNumber: text(162, 32),
    hardware: version(194),
    firmware: version(196),
    ...(layout === undefined ? {} : { numbers: readNumbers(octets, layout) }),
  }
}

function readNumbers(octets: Uint8Array, layout: Layout): DeviceNumbers {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  const number = (index: number) => view.getUint32(deviceInfoFields(layout) + index * layout.ulongOctets, true)
  return {
    symmetric: number(0),
    asymmetric: number(1),
    hash: number(2),
    deviceAuthentication: number(3),
    totalBytes: number(4),
    freeBytes: number(5),
  }
}

function readText(field: Uint8Array): string {
  const end = field.indexOf(0)
  return trimField(decodeLabel(end < 0 ? field : field.subarray(0, end)))
}

/** GM/T 0006: one bit for each algorithm, and one for ECB, which is how a key goes to a token. */
const symmetricBits: readonly (readonly [SymmetricAlgorithm, number])[] = [
  ['sm1', 0x100],
  ['ssf33', 0x200],
  ['sm4', 0x400],
]
const ecbBit = 0x1
const modeBits = 0xff

/** By which algorithms the device says that it unwraps keys; undefined where it says nothing. */
export function symmetricOf({ numbers }: DeviceInfo): readonly SymmetricAlgorithm[] | undefined {
  const told = numbers?.symmetric ?? 0
  const hasModes = (told & modeBits) !== 0
  if (hasModes && (told & ecbBit) === 0) return undefined
  const algorithms = symmetricBits.filter(([, bit]) => (told & bit) !== 0).map(([algorithm]) => algorithm)
  return algorithms.length === 0 ? undefined : algorithms
}

/** Some devices keep something else there: what is larger than the whole is no free space. */
export function freeBytesOf({ numbers }: DeviceInfo): number | undefined {
  if (numbers === undefined || numbers.totalBytes === 0 || numbers.freeBytes > numbers.totalBytes) return undefined
  return numbers.freeBytes
}
