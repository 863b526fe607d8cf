import type { ReportedContainer } from '../../../../shared/token/key-report.ts'
import { decodeLabel } from '../../worker/token-text.ts'
import { exportCertificate, exportPublicKey, openContainer, type Role } from '../native/containers.ts'
import type { ApplicationHandle, ContainerHandle } from '../native/handles.ts'
import { readNumber, writeNumber } from '../native/octets.ts'
import type { SkfCalls } from '../native/skf-calls.ts'
import { quietly } from '../state/devices.ts'
import type { SkfState } from '../state/skf-state.ts'
import { told } from './told.ts'

/** So many are looked into, and for so long; of the others the name is told. */
const mostLookedInto = 64
const longestMs = 20_000
const mostNames = 1000

export function reportContainers(
  { calls, now }: SkfState,
  application: ApplicationHandle,
  names: readonly Uint8Array[],
): readonly ReportedContainer[] {
  const begun = now()
  return names.slice(0, mostNames).map((name, index) => {
    const isLookedInto = index < mostLookedInto && now() - begun < longestMs
    const content = isLookedInto ? told(() => lookInto(calls, application, name)) : undefined
    return { name: decodeLabel(name), ...content }
  })
}

function lookInto(calls: SkfCalls, application: ApplicationHandle, name: Uint8Array): Omit<ReportedContainer, 'name'> {
  const container = openContainer(calls, application, name)
  try {
    const certificate = (role: Role) => told(() => exportCertificate(calls, container, role))
    const keyOctets = (role: Role) => told(() => exportPublicKey(calls, container, role))?.length
    const content = {
      type: readType(calls, container),
      signingCertificate: certificate('signing'),
      encryptionCertificate: certificate('encryption'),
      signingKeyOctets: keyOctets('signing'),
      encryptionKeyOctets: keyOctets('encryption'),
    }
    return withoutAbsent(content)
  } finally {
    quietly(() => calls.ask('SKF_CloseContainer', container))
  }
}

function readType(calls: SkfCalls, container: ContainerHandle): number | undefined {
  const type = writeNumber()
  const code = told(() => calls.ask('SKF_GetContainerType', container, type))
  return code === 0 ? readNumber(type) : undefined
}

/** Each of them may be absent, and none may be there as undefined. */
function withoutAbsent<Content extends object>(
  content: Content,
): { [Key in keyof Content]?: NonNullable<Content[Key]> } {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Content]?: NonNullable<Content[Key]>
  }
}
