import type { SealForm } from '../../../shared/seals/seal-types.ts'
import type { Adjustment } from './adjustment.ts'
import type { Quality } from './finding.ts'
import type { FileRefusal } from './picture-file.ts'

/** To the worker. `task` grows; what belongs to an older one is dropped. */
export type ToExtractor =
  | { readonly kind: 'open'; readonly task: number; readonly file: Blob }
  | { readonly kind: 'extract'; readonly task: number; readonly form: SealForm }
  | { readonly kind: 'draw'; readonly task: number; readonly adjustment: Adjustment }

/** The picture as it is shown beside the result: small, upright by its EXIF. */
export interface Opened {
  readonly preview: Blob
  /** Of the photo itself, in pixels. */
  readonly width: number
  readonly height: number
}

/** What was found on a photo. */
export type Extracted =
  | { readonly isAccepted: false; readonly quality: Quality }
  | {
      readonly isAccepted: true
      readonly quality: Quality
      readonly isUpright: boolean
      readonly turnedDegrees: number
    }

/** The seal as PNG (RGBA), with the form that it is shown in. */
export interface Drawn {
  readonly png: Blob
  readonly width: number
  readonly height: number
  readonly form: SealForm
}

/** Why nothing came of a task. `failed`: the picture is damaged, or memory has run out. */
export type ExtractorRefusal = FileRefusal | 'failed' | 'timeout'

/** From the worker. */
export type FromExtractor =
  | ({ readonly kind: 'opened'; readonly task: number } & Opened)
  | ({ readonly kind: 'extracted'; readonly task: number } & Extracted)
  | ({ readonly kind: 'drawn'; readonly task: number } & Drawn)
  | { readonly kind: 'refused'; readonly task: number; readonly reason: ExtractorRefusal }

/** Whether something that has come through postMessage is one of these messages. */
export function isFromExtractor(message: unknown): message is FromExtractor {
  if (typeof message !== 'object' || message === null || !('kind' in message) || !('task' in message)) return false
  const kinds: readonly unknown[] = ['opened', 'extracted', 'drawn', 'refused']
  return kinds.includes(message.kind) && Number.isInteger(message.task)
}
