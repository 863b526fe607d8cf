/**
 * Runs beside the page, in the same sandbox: photos are decoded here by Chromium's own codecs (decision 0030), and neither
 * main nor the page waits for it.
 */
import { bitmapSource, toPng, toPreview } from './bitmap-source.ts'
import { createExtractorDesk } from './extractor-desk.ts'
import type { ToExtractor } from './messages.ts'

const previewSide = 900

const receive = createExtractorDesk(
  {
    open: async (file) => {
      const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
      return {
        source: bitmapSource(bitmap),
        preview: () => toPreview(bitmap, previewSide),
        close: () => bitmap.close(),
      }
    },
    toPng,
  },
  (message) => self.postMessage(message),
)

// Only the page that started it can send it something; both are built together.
self.addEventListener('message', ({ data }: MessageEvent<ToExtractor>) => void receive(data))
