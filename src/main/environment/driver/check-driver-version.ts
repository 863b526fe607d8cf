import type { Check } from '../check.ts'
import type { LookAtDevices } from '../device/device-look.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import { perDriver, type UsedDriver } from './used-drivers.ts'

/**
 * Which version of its library each driver says it is (CK_INFO). One that has not been opened has not said anything, and by
 * SKF there is no way to say it.
 */
export function checkDriverVersion(look: LookAtDevices): Check {
  return { name: 'driver-version', run: async () => perDriver(await look(), judge) }
}

function judge({ driver, module }: UsedDriver): Finding | undefined {
  if (module?.state !== 'ready') return undefined
  if (driver.interface === 'skf') return { state: 'not-applicable', facts: { form: 'skf' } }
  const { library } = module
  // 0.0 is what a module says that does not keep count.
  if (library === undefined || library.version === '0.0') {
    return { state: 'unknown', failure: { code: 'environment.driverVersionUnknown' } }
  }
  const { version, description, manufacturer, cryptoki } = library
  return {
    state: 'ok',
    facts: { version },
    details: [
      { label: 'manufacturer', value: manufacturer },
      { label: 'description', value: description },
      { label: 'cryptoki', value: cryptoki },
    ].filter(({ value }) => value !== ''),
  }
}
