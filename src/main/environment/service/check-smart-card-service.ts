import { assertNever } from '../../../shared/assert-never.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { Check } from '../check.ts'
import { tokensOf, type DeviceLook, type LookAtDevices } from '../device/device-look.ts'
import { usedDrivers } from '../driver/used-drivers.ts'
import type { UsbDevice } from '../../usb/usb-bus.ts'
import type { ServiceState, SmartCardService } from './smart-card-service.ts'

export interface ServiceCheckParts {
  readonly look: LookAtDevices
  readonly service: SmartCardService
  /** What is on the bus; undefined: it cannot be read. */
  readonly devices: () => Promise<readonly UsbDevice[] | undefined>
  readonly namesSmartCardLibrary: (path: string, signal: AbortSignal) => Promise<boolean | undefined>
}

/**
 * Does the smart card service run, where a driver or a key needs it? Most keys are no card readers, and for them it does
 * not matter.
 */
export function checkSmartCardService(parts: ServiceCheckParts): Check {
  return {
    name: 'smart-card-service',
    run: async (signal) => {
      const [state, need] = await Promise.all([parts.service.state(signal), needOf(parts, signal)])
      return [{ ...judge(state, need), details: [{ label: 'service', value: parts.service.name }] }]
    },
  }
}

/** `works-without`: a key is read, and no card reader is plugged in; a service that does not run is not missed. */
type Need = 'needed' | 'not-needed' | 'works-without' | 'unknown'

async function needOf({ look, devices, ...parts }: ServiceCheckParts, signal: AbortSignal): Promise<Need> {
  const [seen, plugged] = await Promise.all([look(), devices().catch(() => undefined)])
  if (plugged?.some(({ isSmartCard }) => isSmartCard === true) === true) return 'needed'
  const need = await driversNeed(seen, (path) => parts.namesSmartCardLibrary(path, signal))
  if (tokensOf(seen).length > 0) return need === 'needed' ? 'works-without' : 'not-needed'
  return need === 'not-needed' && plugged === undefined ? 'unknown' : need
}

async function driversNeed(
  look: DeviceLook,
  namesLibrary: (path: string) => Promise<boolean | undefined>,
): Promise<'needed' | 'not-needed' | 'unknown'> {
  // The demonstration's token is no library.
  const libraries = usedDrivers(look).filter(({ driver }) => driver.bits !== undefined)
  const answers = await Promise.all(libraries.map(({ driver }) => namesLibrary(driver.path)))
  if (answers.includes(true)) return 'needed'
  return answers.includes(undefined) ? 'unknown' : 'not-needed'
}

function judge(state: ServiceState, need: Need): Finding {
  switch (state) {
    case 'built-in':
      return { state: 'not-applicable', facts: { form: 'built-in' } }
    case 'running':
      return need === 'not-needed' ? { state: 'not-applicable' } : { state: 'ok' }
    case 'stopped':
      return whereNeeded(need, { state: 'attention', failure: { code: 'environment.serviceStopped' } })
    case 'disabled':
      return whereNeeded(need, { state: 'blocked', failure: { code: 'environment.serviceDisabled' } })
    case 'missing':
      return whereNeeded(need, { state: 'blocked', failure: { code: 'environment.serviceMissing' } })
    case 'unknown':
      return whereNeeded(need, { state: 'unknown', failure: { code: 'environment.serviceUnknown' } })
    default:
      return assertNever(state)
  }
}

/** Whether it is needed may be what cannot be told: then it may be the cause, and does not count as one. */
function whereNeeded(need: Need, finding: Finding): Finding {
  if (need === 'not-needed' || need === 'works-without') return { state: 'not-applicable' }
  return need === 'needed' ? finding : { ...finding, state: 'unknown' }
}
