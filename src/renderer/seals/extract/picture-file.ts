/** Why a file is not opened at all. */
export type FileRefusal = 'file-too-large' | 'too-many-pixels' | 'not-a-picture'

export const largestFileBytes = 30 * 1024 * 1024
/** 50 megapixels are 200 MB once they are decoded. */
const mostPixels = 50_000_000
/** A JPEG may carry a preview and a profile before it says how large it is. */
const headBytes = 256 * 1024

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Looks at the first octets of a file, so that nothing too large is ever decoded: PNG (ISO/IEC 15948), JPEG (ITU-T T.81),
 * WebP (RFC 9649) and BMP. Undefined if it may be opened.
 */
export async function refusalOf(file: Blob): Promise<FileRefusal | undefined> {
  if (file.size > largestFileBytes) return 'file-too-large'
  const size = sizeOf(new DataView(await file.slice(0, headBytes).arrayBuffer()))
  if (size === undefined || size.width < 1 || size.height < 1) return 'not-a-picture'
  return size.width * size.height > mostPixels ? 'too-many-pixels' : undefined
}

/** What a file says of its size; undefined for any other format, and where it breaks off. */
export function sizeOf(head: DataView): Size | undefined {
  try {
    if (head.getUint32(0) === 0x89504e47) return { width: head.getUint32(16), height: head.getUint32(20) }
    if (head.getUint16(0) === 0xffd8) return jpegSize(head)
    if (head.getUint32(0) === 0x52494646 && head.getUint32(8) === 0x57454250) return webpSize(head)
    if (head.getUint16(0) === 0x424d)
      return { width: Math.abs(head.getInt32(18, true)), height: Math.abs(head.getInt32(22, true)) }
    return undefined
  } catch {
    // It ends before its size: DataView throws a RangeError.
    return undefined
  }
}

/** From marker to marker up to a start of frame (SOF0…SOF15, without DHT, JPG and DAC). */
function jpegSize(head: DataView): Size | undefined {
  for (let at = 2; ;) {
    if (head.getUint8(at) !== 0xff) return undefined
    const marker = head.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: head.getUint16(at + 7), height: head.getUint16(at + 5) }
    at += 2 + head.getUint16(at + 2)
  }
}

function webpSize(head: DataView): Size | undefined {
  switch (head.getUint32(12)) {
    case 0x56503820: // VP8
      return { width: head.getUint16(26, true) & 0x3fff, height: head.getUint16(28, true) & 0x3fff }
    case 0x5650384c: {
      // VP8L: 14 bits each, less one
      const bits = head.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503858: // VP8X: 24 bits each, less one
      return { width: threeOctets(head, 24) + 1, height: threeOctets(head, 27) + 1 }
    default:
      return undefined
  }
}

function threeOctets(head: DataView, at: number): number {
  return head.getUint16(at, true) + head.getUint8(at + 2) * 0x10000
}
