import type { ContainerPair } from '../../../../shared/token/container-id.ts'
import { isSkfCode, SAR } from '../skf-errors.ts'
import type { ApplicationHandle, ContainerHandle } from './handles.ts'
import { readNameList } from './name-list.ts'
import { endMarked, readHandle, readSized, writeNumber } from './octets.ts'
import type { SkfCalls } from './skf-calls.ts'

export type Role = ContainerPair['role']

const listRoom = 64 * 1024
const certificateRoom = 16 * 1024
const blobRoom = 512

/** bSignFlag. */
const flagOf: Readonly<Record<Role, number>> = { signing: 1, encryption: 0 }

export function enumerateContainers({ ask }: SkfCalls, application: ApplicationHandle): readonly Uint8Array[] {
  const call = (names: Uint8Array, size: Uint8Array) => ask('SKF_EnumContainer', application, names, size)
  return readNameList(readSized({ name: 'SKF_EnumContainer', room: listRoom, call }))
}

export function openContainer({ demand }: SkfCalls, application: ApplicationHandle, name: Uint8Array): ContainerHandle {
  const handle = writeNumber()
  demand('SKF_OpenContainer', application, endMarked(name), handle)
  return readHandle('SKF_OpenContainer', handle) as ContainerHandle
}

export function createContainer({ demand }: SkfCalls, application: ApplicationHandle, name: Uint8Array) {
  const handle = writeNumber()
  demand('SKF_CreateContainer', application, endMarked(name), handle)
  return readHandle('SKF_CreateContainer', handle) as ContainerHandle
}

/** The certificate as it is stored; undefined where there is none. */
export function exportCertificate({ ask }: SkfCalls, container: ContainerHandle, role: Role): Uint8Array | undefined {
  const call = (octets: Uint8Array, size: Uint8Array) =>
    ask('SKF_ExportCertificate', container, flagOf[role], octets, size)
  return readOptional(() => readSized({ name: 'SKF_ExportCertificate', room: certificateRoom, call }))
}

/** ECCPUBLICKEYBLOB or RSAPUBLICKEYBLOB as the library lays it out; undefined where there is no such key. */
export function exportPublicKey({ ask }: SkfCalls, container: ContainerHandle, role: Role): Uint8Array | undefined {
  const call = (octets: Uint8Array, size: Uint8Array) =>
    ask('SKF_ExportPublicKey', container, flagOf[role], octets, size)
  return readOptional(() => readSized({ name: 'SKF_ExportPublicKey', room: blobRoom, call }))
}

export function importCertificate(
  { demand }: SkfCalls,
  container: ContainerHandle,
  { role, certificate }: { readonly role: Role; readonly certificate: Uint8Array },
): void {
  demand('SKF_ImportCertificate', container, flagOf[role], certificate, certificate.length)
}

/** Only the two codes that say so: what another code means is for the caller to find out. */
function readOptional(read: () => Uint8Array): Uint8Array | undefined {
  try {
    const octets = read()
    return octets.length === 0 ? undefined : octets
  } catch (thrown) {
    if (isSkfCode(thrown, SAR.keyNotFound, SAR.certificateNotFound)) return undefined
    throw thrown
  }
}
