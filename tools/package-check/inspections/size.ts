import type { Inspection } from './inspection.ts'

/** Bytes: 4 MB as systems show it. */
const limit = 4 * 1024 * 1024

export const archiveIsSmall: Inspection = {
  name: 'size',
  inspect: ({ archive: { bytes } }) => (bytes <= limit ? [] : [`app.asar has ${bytes} bytes, of ${limit}`]),
}
