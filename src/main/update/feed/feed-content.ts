import * as z from 'zod'

/** Three numbers: what is released to everybody has no pre-releases. */
export const Version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)

const largestPackage = 1 << 30

const PackageEntry = z.object({
  // SECURITY: a name beside the feed, never an address of its own.
  url: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,149}$/),
  /** Base64 of SHA-512. */
  sha512: z.base64().length(88),
  /** Octets. */
  size: z.int().min(1).max(largestPackage),
})
export type PackageEntry = Readonly<z.output<typeof PackageEntry>>

const Release = z.object({ version: Version, files: z.array(PackageEntry).min(1).max(50) })

const Note = z.object({ note: z.string().nullish() })

/** As electron-builder writes it (latest*.yml), and `previous`, which scripts/sign-resource.mjs adds: the release before. */
export const FeedContent = Release.extend({
  releaseDate: z.iso.datetime().optional().catch(undefined),
  releaseNotes: z.union([z.string(), z.array(Note)]).nullish(),
  previous: Release.optional(),
})
export type FeedContent = Readonly<z.output<typeof FeedContent>>
