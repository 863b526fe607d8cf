import { createReadStream } from 'node:fs'

/** The libraries through which a driver reaches the service. */
const names = ['libpcsclite', 'winscard.dll', 'pcsc.framework']
/** As they stand in the driver's file: in one octet for a letter, or in two (UTF-16LE) where Windows is to load it later. */
const libraries = names.flatMap((name) => [name, Array.from(name).join('\0')])
const longest = Math.max(...libraries.map((library) => library.length))

/** More than any driver has; what is larger is not read to its end. */
const largestFile = 64 * 1024 * 1024

/**
 * Does this library name one of the smart card service's, whether it is linked to it or loads it later? Read without being
 * loaded. Undefined: it could not be read, or not to its end.
 */
export async function namesSmartCardLibrary(path: string, signal: AbortSignal): Promise<boolean | undefined> {
  try {
    let end = ''
    let octets = 0
    for await (const chunk of createReadStream(path, { signal, end: largestFile })) {
      const text = end + (chunk as Buffer).toString('latin1')
      if (isNamed(text)) return true
      end = text.slice(1 - longest)
      octets += (chunk as Buffer).length
    }
    return octets > largestFile ? undefined : false
  } catch {
    return undefined
  }
}

/** Windows does not tell cases apart, and import tables write the name as they like. */
function isNamed(text: string): boolean {
  const lower = text.toLowerCase()
  return libraries.some((library) => lower.includes(library))
}
