import { headerBytes, whyNotLoadable } from '../token/worker/library-fit.ts'
import { fitsProcess, readLibraryHeaders, type LibraryHeader } from '../token/worker/library-header.ts'
import type { DriverSystem } from './driver-system.ts'
import type { FileLook } from './files.ts'
import type { FoundDriver } from './found-driver.ts'

type Inspection = Pick<FoundDriver, 'print' | 'bits' | 'cpu' | 'misfit'>

const missing = { code: 'token.moduleNotFound' } as const
const unreadable = { code: 'token.moduleBroken', details: { detail: 'unreadable' } } as const

/** Reads what the file says of itself, without loading it. */
export async function inspectDriver(path: string, system: DriverSystem): Promise<Inspection> {
  return judge(await system.files.look(path, headerBytes), system)
}

function judge(look: FileLook, system: DriverSystem): Inspection {
  if (look.kind !== 'file') return { misfit: look.kind === 'missing' ? missing : unreadable }
  const { start, size, modifiedMs } = look
  const header = headerOf(start, system)
  return { print: { size, modifiedMs }, bits: header?.bits, cpu: header?.cpu, misfit: whyNotLoadable(start, system) }
}

/** Of a universal library the half that this program would load. */
function headerOf(start: Uint8Array, { platform, cpus }: DriverSystem): LibraryHeader | undefined {
  const headers = readLibraryHeaders(start)
  return headers.find((header) => cpus.some((cpu) => fitsProcess([header], platform, cpu))) ?? headers[0]
}
