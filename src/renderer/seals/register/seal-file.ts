import type { SealType } from '../../../shared/seals/seal-types.ts'
import { checkFile } from '../rules/check-file.ts'
import { decode } from '../rules/decode.ts'
import type { Finding } from '../rules/finding.ts'
import { isPng } from '../rules/png-head.ts'

/** A picture that was chosen, and what was found in it. */
export interface SealFile {
  readonly blob: Blob
  /** For which type of seal it was looked at. */
  readonly type: SealType
  readonly base64: string
  /** To show it without fetching anything; absent for what is no picture. */
  readonly url: string | undefined
  readonly width: number
  readonly height: number
  readonly findings: readonly Finding[]
}

/** Larger files are not read: no picture of a seal needs that much. */
const mostBytes = 20 << 20

export async function readSealFile(blob: Blob, type: SealType): Promise<SealFile> {
  const common = { blob, type, base64: '', url: undefined, width: 0, height: 0 }
  if (blob.size > mostBytes) {
    return { ...common, findings: checkFile({ bytes: blob.size, isPng: true, decoded: undefined }, type) }
  }
  const octets = new Uint8Array(await blob.arrayBuffer())
  const decoded = await decode(blob, octets)
  const base64 = toBase64(octets)
  const findings = checkFile({ bytes: octets.length, isPng: isPng(octets), decoded }, type)
  if (decoded === undefined) return { ...common, findings }
  const mediaType = isPng(octets) ? 'image/png' : blob.type
  return {
    ...{ blob, type, base64, findings, width: decoded.width, height: decoded.height },
    url: `data:${mediaType};base64,${base64}`,
  }
}

/** A picture with anything that is refused is not sent. */
export function isSendable({ findings }: SealFile): boolean {
  return findings.every(({ severity }) => severity !== 'refused')
}

/** In pieces: as arguments of one call a large file would be too many. */
function toBase64(octets: Uint8Array): string {
  const piece = 0x8000
  const parts: string[] = []
  for (let at = 0; at < octets.length; at += piece) parts.push(String.fromCharCode(...octets.subarray(at, at + piece)))
  return btoa(parts.join(''))
}
