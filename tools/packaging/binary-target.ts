import { open } from 'node:fs/promises'
import { readLibraryHeaders, type LibraryHeader } from '../../src/main/token/worker/library-header.ts'

const systems = { elf: 'linux', pe: 'win', 'mach-o': 'mac' } as const
const headerBytes = 4096

/**
 * What a program or library says of itself, in the form of a target (`linux-x64`); of a universal one the halves joined
 * with `+`.
 * @returns `missing` where there is no file, `unknown` where it is no program
 */
export async function readBinaryTarget(path: string): Promise<string> {
  const start = await readStart(path)
  if (start === undefined) return 'missing'
  const names = readLibraryHeaders(start).map(nameOf)
  return names.length === 0 ? 'unknown' : names.join('+')
}

function nameOf({ format, cpu }: LibraryHeader): string {
  return `${systems[format]}-${cpu}`
}

async function readStart(path: string): Promise<Uint8Array | undefined> {
  try {
    await using file = await open(path)
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
