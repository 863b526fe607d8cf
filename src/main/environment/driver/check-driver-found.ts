import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { Check } from '../check.ts'
import type { DeviceLook, LookAtDevices } from '../device/device-look.ts'
import { perDriver, usedDrivers, type UsedDriver } from './used-drivers.ts'

/** Is there a driver for the key, and how long did it take to answer? Whether it is well is told by driver-health. */
export function checkDriverFound(look: LookAtDevices): Check {
  return {
    name: 'driver-found',
    run: async () => {
      const seen = await look()
      return usedDrivers(seen).length === 0 ? [whyNone(seen)] : perDriver(seen, describe)
    },
  }
}

function describe({ driver, module }: UsedDriver): Finding {
  const spoken = { label: 'interface', value: driver.interface === 'skf' ? 'SKF (GM/T 0016)' : 'PKCS#11' }
  const ms = module?.isSilent === true ? undefined : module?.answeredMs
  return {
    state: 'ok',
    facts: ms === undefined ? { form: 'unanswered' } : { ms },
    details: [...(driver.known === undefined ? [] : knownDetails(driver.known)), spoken],
  }
}

function knownDetails({ vendor, model }: NonNullable<UsedDriver['driver']['known']>): NonNullable<Finding['details']> {
  return [
    { label: 'manufacturer', value: vendor },
    { label: 'model', value: model },
  ]
}

/** A driver whose key is not plugged in is not loaded: then it is the key that is missing. */
function whyNone({ drivers, bus }: DeviceLook): Finding {
  if (bus?.cause === 'driver-missing') {
    return {
      ...{ state: 'blocked', failure: { code: 'environment.driverMissing' } },
      ...(bus.hasPage ? { fix: 'open-driver-page' } : {}),
    }
  }
  const waiting = drivers.filter(({ state }) => state === 'not-plugged').length
  if (waiting > 0) return { state: 'not-applicable', facts: { form: 'waiting', count: waiting } }
  return { state: 'blocked', failure: { code: 'token.noModule' } }
}
