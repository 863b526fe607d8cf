import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'

/**
 * What a build gives its files as names. Everything else is refused before a file system sees it, since each reads more
 * into a name than the last: `..`, a backslash, a drive or a stream (`:`), a trailing point or blank, a device.
 */
const segment = /^[\p{L}\p{N}_][\p{L}\p{N}_.@-]*(?<!\.)$/u

/** The names that Windows keeps for devices, in any case and with any extension. */
const device = /^(?:aux|con|nul|prn|com\d|lpt\d)(?:\.|$)/i

/**
 * The file below the folder that a path of an address names, or undefined where it names none.
 *
 * @param pathname as in `URL.pathname`: percent-encoded, with a slash in front
 */
export function contentPath(folder: string, pathname: string): string | undefined {
  const [start, ...segments] = decoded(pathname)?.split('/') ?? []
  const isOurs = start === '' && segments.length > 0
  if (!isOurs || !segments.every((name) => segment.test(name) && !device.test(name))) return undefined
  return join(folder, ...segments)
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

/** Where a file really is: a link in the folder must not lead out of it. Rejects where there is no such file. */
export async function realContentPath(folder: string, path: string): Promise<string | undefined> {
  const [place, real] = await Promise.all([realpath(folder), realpath(path)])
  return real.startsWith(place + sep) ? real : undefined
}
