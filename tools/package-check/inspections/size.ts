import type { Inspection } from './inspection.ts'

/** Bytes; what it has today and some room. */
const limit = 4_000_000

export const archiveIsSmall: Inspection = {
  name: 'size',
  inspect: ({ archive: { bytes } }) => (bytes <= limit ? [] : [`app.asar has ${bytes} bytes, of ${limit}`]),
}
