import { AppError } from '../../../app-error.ts'
import { enumerateContainers, exportCertificate, openContainer, type Role } from '../native/containers.ts'
import type { ContainerHandle } from '../native/handles.ts'
import { nameKey } from '../native/name-list.ts'
import { isSkfCode, SAR, skfCodeOf } from '../skf-errors.ts'
import { isAnswering, quietly } from './devices.ts'
import type { Place } from './places.ts'
import type { KnownContainer, SkfState } from './skf-state.ts'

/**
 * Reads the containers of an application: SKF_EnumContainer, and 4 native calls for each that is new, was written to, was
 * not read whole the last time, or for all `anew`. One that cannot be read does not hide the others; the device is asked
 * whether it still answers then.
 */
export function readContainers(state: SkfState, place: Place, anew: boolean): void {
  const { application, device } = place
  const before = application.containers
  const containers = enumerateContainers(state.calls, application.handle).map((name): KnownContainer => {
    const key = nameKey(name)
    const known = before?.get(key)
    const isKnown = known !== undefined && known.isUncertain !== true && !application.changed.has(key)
    return isKnown && !anew ? known : readContainer(state, place, name)
  })
  if (containers.some(({ isUncertain }) => isUncertain === true) && !isAnswering(state, device)) {
    throw new AppError('token.absent', { details: { call: 'SKF_GetDevInfo' } })
  }
  application.containers = new Map(containers.map((container) => [nameKey(container.name), container]))
  application.changed.clear()
}

function readContainer({ calls }: SkfState, { application }: Place, name: Uint8Array): KnownContainer {
  const inUse = application.unlocked?.open.get(nameKey(name))
  const read = withOpen({ calls, application, name, inUse }, (container) => ({
    signing: readCertificate(calls, container, 'signing'),
    encryption: readCertificate(calls, container, 'encryption'),
  }))
  const [signing, encryption] = [read?.signing.certificate, read?.encryption.certificate]
  const isCertain = read !== undefined && read.signing.isCertain && read.encryption.isCertain
  return {
    name,
    certificates: {
      ...(signing === undefined ? {} : { signing }),
      ...(encryption === undefined ? {} : { encryption }),
    },
    ...(isCertain ? {} : { isUncertain: true }),
  }
}

interface ReadCertificate {
  readonly certificate?: Uint8Array | undefined
  readonly isCertain: boolean
}

/** Vendors have codes of their own for what is not there: then it is not certain. */
function readCertificate(calls: SkfState['calls'], container: ContainerHandle, role: Role): ReadCertificate {
  try {
    return { certificate: exportCertificate(calls, container, role), isCertain: true }
  } catch (thrown) {
    if (skfCodeOf(thrown) === undefined || isSkfCode(thrown, SAR.deviceRemoved)) throw thrown
    return { isCertain: false }
  }
}

interface Opening {
  readonly calls: SkfState['calls']
  readonly application: Place['application']
  readonly name: Uint8Array
  /** Opened by the login: some libraries open a container once only. */
  readonly inUse: ContainerHandle | undefined
}

/** Undefined when the container does not open. */
function withOpen<Answer>(
  { calls, application, name, inUse }: Opening,
  use: (container: ContainerHandle) => Answer,
): Answer | undefined {
  if (inUse !== undefined) return use(inUse)
  let container: ContainerHandle
  try {
    container = openContainer(calls, application.handle, name)
  } catch (thrown) {
    if (skfCodeOf(thrown) === undefined || isSkfCode(thrown, SAR.deviceRemoved)) throw thrown
    return undefined
  }
  try {
    return use(container)
  } finally {
    quietly(() => calls.ask('SKF_CloseContainer', container))
  }
}
