import type { SealForm } from '../../../shared/seals/seal-types.ts'
import { drawnSize, drawSeal } from './draw-seal.ts'
import type { Adjustment } from './adjustment.ts'
import { extractSeal } from './extract-seal.ts'
import type { Drawn, Extracted, FromExtractor, Opened, ToExtractor } from './messages.ts'
import { refusalOf } from './picture-file.ts'
import type { Picture, PictureSource } from '../ink/picture.ts'
import type { SealReading } from './reading.ts'

/** A photo that is open; `close` gives its memory back. */
interface OpenPicture {
  readonly source: PictureSource
  readonly preview: () => Promise<Blob>
  readonly close: () => void
}

/** What the worker's surroundings do: decode, and write PNG. */
export interface Codecs {
  readonly open: (file: Blob) => Promise<OpenPicture>
  readonly toPng: (picture: Picture) => Promise<Blob>
}

/**
 * Answers the page, one photo at a time. A newer photo replaces an older one; answers to what has been replaced are not
 * sent. A reading is kept, so that an adjustment is drawn without looking for the seal again.
 */
export function createExtractorDesk(codecs: Codecs, send: (message: FromExtractor) => void) {
  const photo = createPhoto(codecs)
  let newest = 0
  return async (message: ToExtractor): Promise<void> => {
    newest = message.task
    const isNewest = () => message.task === newest
    // A picture that cannot be decoded throws; which of the many reasons it was is of no use to anyone.
    const answered = await answer(photo, message, isNewest).catch(() => undefined)
    if (isNewest()) send(answered ?? { kind: 'refused', task: message.task, reason: 'failed' })
  }
}

async function answer(photo: Photo, message: ToExtractor, isNewest: () => boolean): Promise<FromExtractor | undefined> {
  const { task } = message
  switch (message.kind) {
    case 'open': {
      const reason = await refusalOf(message.file)
      if (reason !== undefined) return { kind: 'refused', task, reason }
      const opened = await photo.open(message.file, isNewest)
      return opened && { kind: 'opened', task, ...opened }
    }
    case 'extract': {
      const extracted = photo.extract(message.form)
      return extracted && { kind: 'extracted', task, ...extracted }
    }
    case 'draw': {
      const drawn = await photo.draw(message.adjustment)
      return drawn && { kind: 'drawn', task, ...drawn }
    }
  }
}

type Photo = ReturnType<typeof createPhoto>

/** The photo that is open, and what has been found on it. */
function createPhoto({ open, toPng }: Codecs) {
  let picture: OpenPicture | undefined
  let reading: SealReading | undefined
  return {
    open: async (file: Blob, isWanted: () => boolean): Promise<Opened | undefined> => {
      picture?.close()
      picture = reading = undefined
      const opened = await open(file)
      if (!isWanted()) {
        opened.close()
        return undefined
      }
      picture = opened
      const { width, height } = opened.source
      return { preview: await opened.preview(), width, height }
    },
    extract: (form: SealForm): Extracted | undefined => {
      if (picture === undefined) return undefined
      const { quality, ...found } = extractSeal(picture.source, form)
      reading = found.isAccepted ? found.reading : undefined
      if (!found.isAccepted) return { isAccepted: false, quality }
      const { isUpright, placement } = found.reading
      return { isAccepted: true, quality, isUpright, turnedDegrees: placement.turnedDegrees }
    },
    draw: async (adjustment: Adjustment): Promise<Drawn | undefined> => {
      if (reading === undefined) return undefined
      const { width, height, form } = drawnSize(reading.placement, adjustment)
      return { png: await toPng(drawSeal(reading, adjustment)), width, height, form }
    },
  }
}
