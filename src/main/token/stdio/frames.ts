/**
 * Messages as lines of text, for a pipe that others print into as well: a vendor's library writes to stdout what it likes.
 * A frame is a line of its own, `<nonce> <bytes of the JSON> <JSON>`, with an empty line before it, so that something
 * printed without an end of line does not swallow it. A line without the nonce is noise. Bytes are base64.
 */

/** A frame holds a whole token: 100 certificates are some 200 kB, one of 1 MB is 1.4 MB. */
const longestFrame = 64 * 1024 * 1024

const newline = 0x0a

export function encodeFrame(nonce: string, message: unknown): string {
  const json = JSON.stringify(message, bytesAsText)
  return `\n${nonce} ${Buffer.byteLength(json)} ${json}\n`
}

interface FrameReader {
  readonly nonce: string
  readonly onMessage: (message: unknown) => void
  /** Something with the nonce is no frame: somebody printed into it, and an answer is lost. Nothing is read any more. */
  readonly onBroken: () => void
  readonly longest?: number
}

/** Takes a pipe piece by piece. What is no frame is dropped as it comes, however long it is. */
export function createFrameReader({ nonce, onMessage, onBroken, longest = longestFrame }: FrameReader) {
  const prefix = Buffer.from(`${nonce} `)
  let line: Buffer[] = []
  let size = 0
  let kind: 'unknown' | 'frame' | 'noise' = 'unknown'
  const pipe = { isBroken: false }

  const breakOff = () => {
    pipe.isBroken = true
    ;[line, kind] = [[], 'noise']
    onBroken()
  }
  const take = (part: Buffer) => {
    size += part.length
    if (kind !== 'noise') line.push(part)
    if (kind === 'unknown' && size >= prefix.length) {
      kind = Buffer.concat(line).subarray(0, prefix.length).equals(prefix) ? 'frame' : 'noise'
    }
    if (kind === 'noise') line = []
    if (kind === 'frame' && size > longest) breakOff()
  }
  const endLine = () => {
    const frame = kind === 'frame' ? readFrame(Buffer.concat(line).subarray(prefix.length)) : undefined
    const isDamaged = kind === 'frame' && frame === undefined
    ;[line, size, kind] = [[], 0, 'unknown']
    if (isDamaged) breakOff()
    else if (frame !== undefined) onMessage(frame.message)
  }
  return (chunk: Buffer): void => {
    let from = 0
    while (!pipe.isBroken) {
      const end = chunk.indexOf(newline, from)
      take(chunk.subarray(from, end < 0 ? chunk.length : end))
      if (end < 0) return
      endLine()
      from = end + 1
    }
  }
}

function readFrame(frame: Buffer): { readonly message: unknown } | undefined {
  const space = frame.indexOf(' ')
  const json = frame.subarray(space + 1)
  if (space < 0 || frame.toString('latin1', 0, space) !== String(json.length)) return undefined
  try {
    return { message: JSON.parse(json.toString('utf8'), textAsBytes) as unknown }
  } catch {
    return undefined
  }
}

/** JSON.stringify has called a Buffer's own toJSON already; the holder still has the bytes. */
function bytesAsText(this: unknown, name: string, value: unknown): unknown {
  const original = (this as Readonly<Record<string, unknown>>)[name]
  return original instanceof Uint8Array ? { $bytes: Buffer.from(original).toString('base64') } : value
}

function textAsBytes(_: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && '$bytes' in value && typeof value.$bytes === 'string'
  return isBytes ? new Uint8Array(Buffer.from(value.$bytes as string, 'base64')) : value
}
