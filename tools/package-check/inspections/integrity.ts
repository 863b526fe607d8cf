import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPropertyList, resourceEditor } from '../builder-parts.ts'
import type { ArchiveFile } from '../program/archive.ts'
import type { PackedProgram } from '../program/packed-program.ts'
import type { Inspection } from './inspection.ts'

/** The header's hash stands where Electron looks for it (docs: tutorial/asar-integrity); Linux has no such place. */
export const headerIsKnown: Inspection = {
  name: 'header integrity',
  systems: ['win', 'mac'],
  inspect: async (program) => {
    const told = program.target.system === 'mac' ? toldByPropertyList(program) : await toldByExecutable(program)
    if (told === undefined) return ['the hash of the archive is not in the program']
    return told === program.archive.headerSha256 ? [] : ['the program knows another archive than this one']
  },
}

/**
 * Each file is what the header says of it: the header's hash covers the header alone. Not those outside: signing changes
 * them afterwards, and Electron does not check them.
 */
export const filesAreAsListed: Inspection = {
  name: 'file integrity',
  inspect: ({ archive }) => [...archive.files.values()].filter(({ isUnpacked }) => !isUnpacked).flatMap(judgeFile),
}

function judgeFile(file: ArchiveFile): readonly string[] {
  const { path, integrity } = file
  if (integrity?.algorithm !== 'SHA256') return [`${path} has no hash in the header`]
  const content = file.read()
  const blocks = Array.from({ length: integrity.blocks.length }, (_, index) =>
    sha256(content.subarray(index * integrity.blockSize, (index + 1) * integrity.blockSize)),
  )
  const isRight = sha256(content) === integrity.hash && blocks.every((hash, index) => hash === integrity.blocks[index])
  return isRight ? [] : [`${path} is not what the header says`]
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

interface Told {
  readonly file?: string
  readonly alg: string
  readonly value?: string
  readonly hash?: string
}

/** Resource INTEGRITY/ELECTRONASAR: [{ file, alg, value }]. */
async function toldByExecutable({ executable }: PackedProgram): Promise<string | undefined> {
  const { NtExecutable, NtExecutableResource } = await resourceEditor()
  const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(executable), { ignoreCert: true }))
  const entry = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
  const list = entry === undefined ? [] : (JSON.parse(Buffer.from(entry.bin).toString('utf8')) as readonly Told[])
  return list.find(({ file, alg }) => /^resources[\\/]app\.asar$/i.test(file ?? '') && alg === 'SHA256')?.value
}

/** ElectronAsarIntegrity in Info.plist: { 'Resources/app.asar': { algorithm, hash } }. */
function toldByPropertyList({ folder }: PackedProgram): string | undefined {
  const list = readPropertyList(readFileSync(join(folder, 'Contents/Info.plist'), 'utf8')) as {
    readonly ElectronAsarIntegrity?: Readonly<Record<string, { readonly algorithm: string; readonly hash: string }>>
  }
  const told = list.ElectronAsarIntegrity?.['Resources/app.asar']
  return told?.algorithm === 'SHA256' ? told.hash : undefined
}
