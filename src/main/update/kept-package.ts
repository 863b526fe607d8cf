import * as z from 'zod'
import { Version } from './feed/feed-content.ts'

/** A package on this computer, as it is remembered; believed only when its octets are what they were. */
export const KeptPackage = z.object({
  version: Version,
  path: z.string().min(1),
  sha512: z.base64().length(88),
  size: z.int().min(1),
})
export type KeptPackage = Readonly<z.output<typeof KeptPackage>>
