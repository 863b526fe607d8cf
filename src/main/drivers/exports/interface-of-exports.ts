import type { TokenInterface } from '../../../shared/token/messages.ts'
import { readLibraryHeaders, type LibraryHeader } from '../../token/worker/library-header.ts'
import { readElfExports } from './elf-exports.ts'
import { readMachoExports } from './macho-exports.ts'
import type { Octets } from './octets.ts'
import { readPeExports } from './pe-exports.ts'

const readers: Readonly<Record<LibraryHeader['format'], (octets: Octets) => Promise<readonly string[]>>> = {
  elf: readElfExports,
  pe: readPeExports,
  'mach-o': readMachoExports,
}

/** One of these is how a program begins to speak the interface. */
const beginnings: Readonly<Record<TokenInterface, readonly string[]>> = {
  pkcs11: ['C_GetFunctionList', 'C_GetInterface'],
  skf: ['SKF_ConnectDev', 'SKF_GetFuncList'],
}

/**
 * By what a library is spoken to, by the names that it exports: nothing is loaded. Undefined where it exports neither, or
 * both, or cannot be read.
 *
 * @param start the first octets of the file, with its header
 */
export async function interfaceOfExports(start: Uint8Array, octets: Octets): Promise<TokenInterface | undefined> {
  const [header] = readLibraryHeaders(start)
  if (header === undefined) return undefined
  const names = new Set((await namesOf(header, octets)).map(undecorated))
  const spoken = (['pkcs11', 'skf'] as const).filter((one) => beginnings[one].some((name) => names.has(name)))
  return spoken.length === 1 ? spoken[0] : undefined
}

async function namesOf({ format }: LibraryHeader, octets: Octets): Promise<readonly string[]> {
  try {
    return await readers[format](octets)
  } catch (thrown) {
    // Damaged, or another kind of file than its first octets say: it tells nothing.
    if (thrown instanceof RangeError) return []
    throw thrown
  }
}

/** 32-bit Windows may write `_Name@8` (__stdcall), and macOS `_Name`. */
function undecorated(name: string): string {
  return name.replace(/^_/, '').replace(/@\d+$/, '')
}
