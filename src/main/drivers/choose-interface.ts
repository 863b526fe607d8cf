import type { TokenInterface } from '../../shared/token/messages.ts'
import { headerBytes } from '../token/worker/library-fit.ts'
import type { DriverSystem } from './driver-system.ts'
import { interfaceOfExports } from './exports/interface-of-exports.ts'
import { createOctets } from './exports/octets.ts'

interface Told {
  /** What those say who name the file, the first of them first. */
  readonly claims: readonly TokenInterface[]
  /** What the table says of files with this name. */
  readonly known: readonly TokenInterface[]
}

/**
 * By what this file is spoken to: as the table says, where it knows the file and nobody says otherwise. Else the file tells
 * by its own exports, and where it does not, whoever names it. It is never tried: a library that is called by the wrong
 * interface may do anything.
 */
export async function chooseInterface(
  path: string,
  { claims, known }: Told,
  system: Pick<DriverSystem, 'files'>,
): Promise<TokenInterface> {
  const told = [...claims, ...known]
  const [first = 'pkcs11'] = told
  if (known.length > 0 && told.every((one) => one === first)) return first
  return (await exportsOf(path, system)) ?? first
}

async function exportsOf(path: string, { files }: Pick<DriverSystem, 'files'>): Promise<TokenInterface | undefined> {
  const look = await files.look(path, headerBytes)
  if (look.kind !== 'file') return undefined
  return interfaceOfExports(
    look.start,
    createOctets((position, length) => files.readAt(path, position, length)),
  )
}
