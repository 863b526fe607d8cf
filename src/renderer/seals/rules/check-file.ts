import { maxSealBytes, pictureSides } from '../../../shared/seals/picture-limits.ts'
import type { SealType } from '../../../shared/seals/seal-types.ts'
import { checkSeal, leastLongSide } from './check-seal.ts'
import { refused, type Finding } from './finding.ts'
import { scaled, type Picture } from '../ink/picture.ts'

/** What was decoded of a file: the sides that it has, and its pixels, which may be scaled down. */
export interface Decoded {
  readonly width: number
  readonly height: number
  readonly pixels: Picture
}

export interface FileFacts {
  readonly bytes: number
  readonly isPng: boolean
  /** Undefined where no picture could be made of it. */
  readonly decoded: Decoded | undefined
}

/** All that is wrong with a file that somebody wants to send as a seal; nothing when it can be sent. */
export function checkFile({ bytes, isPng, decoded }: FileFacts, type: SealType): readonly Finding[] {
  const findings: Finding[] = []
  if (!isPng) findings.push(refused('not-png'))
  if (bytes > maxSealBytes) findings.push(refused('file-too-large', undefined, { kilobytes: Math.ceil(bytes / 1024) }))
  if (decoded === undefined) return [...findings, refused('unreadable')]
  return [...findings, ...checkSides(decoded, type), ...enlarged(checkSeal(decoded.pixels, type), decoded)]
}

function checkSides({ width, height }: Decoded, type: SealType): readonly Finding[] {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)]
  if (shorter < pictureSides.smallest || longer > pictureSides.largest) {
    return [refused('sides', undefined, { width, height, ...pictureSides })]
  }
  const least = leastLongSide(type)
  return longer < least ? [refused('too-few-pixels', undefined, { width, height, least })] : []
}

/** Back from the pixels that were looked at to those of the file. */
function enlarged(findings: readonly Finding[], { width, pixels }: Decoded): readonly Finding[] {
  const factor = width / pixels.width
  if (factor === 1) return findings
  return findings.map((finding) =>
    finding.where === undefined ? finding : { ...finding, where: scaled(finding.where, factor) },
  )
}
