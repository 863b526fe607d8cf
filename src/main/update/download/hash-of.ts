import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** SHA-512 of what is on the disk, base64; undefined where it cannot be read. */
export async function sha512Of(path: string): Promise<string | undefined> {
  const hash = createHash('sha512')
  try {
    for await (const octets of createReadStream(path, { highWaterMark: 1 << 20 })) {
      if (octets instanceof Uint8Array) hash.update(octets)
    }
    return hash.digest('base64')
  } catch {
    return undefined
  }
}
