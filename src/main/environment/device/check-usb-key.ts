import { assertNever } from '../../../shared/assert-never.ts'
import type { Failure } from '../../../shared/failure.ts'
import type { BusReport } from '../../../shared/ipc/models-bus.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { TokenSnapshot } from '../../../shared/token/messages.ts'
import type { Check } from '../check.ts'
import { judgeTokenFailure } from '../judge/judge-token-failure.ts'
import { tokensOf, type DeviceLook, type LookAtDevices } from './device-look.ts'

/**
 * Is there a key that can be read, and if not, why not: as the bus tells, else as the drivers do. «Not plugged in» is said
 * only where nothing else can be the cause.
 */
export function checkUsbKey(look: LookAtDevices): Check {
  return {
    name: 'usb-key',
    run: async () => {
      const seen = await look()
      const tokens = tokensOf(seen)
      return tokens.length === 0 ? [whyNone(seen)] : tokens.map((token) => describe(token, tokens.length > 1))
    },
  }
}

/** Without its label: that is what somebody has called it, often a person's or a company's name. */
function describe({ serialNumber, model, manufacturer }: TokenSnapshot, isOneOfSeveral: boolean): Finding {
  const name = model === '' ? manufacturer : model
  return {
    state: 'ok',
    ...(isOneOfSeveral ? { subject: serialNumber } : {}),
    facts: { cardNumber: serialNumber, ...(name === '' ? { form: 'unnamed' } : { model: name }) },
    details: [
      { label: 'manufacturer', value: manufacturer },
      { label: 'model', value: model },
      { label: 'cardNumber', value: serialNumber },
    ].filter(({ value }) => value !== ''),
  }
}

function whyNone(seen: DeviceLook): Finding {
  const { bus, modules } = seen
  if (bus !== undefined) return { ...causeOf(bus, seen), ...deviceDetails(bus) }
  if (modules.some(({ isSilent }) => isSilent)) return unknownBy({ code: 'environment.checkTimedOut' })
  const failed = modules.find(({ failure }) => failure !== undefined)?.failure
  const code = modules.length === 0 ? 'token.noModule' : 'token.absent'
  return judgeTokenFailure(failed ?? { code }).token
}

function causeOf({ cause }: BusReport, { modules }: DeviceLook): Finding {
  switch (cause) {
    case 'nothing':
      return blockedBy({ code: 'token.absent' })
    case 'driver-missing':
      return blockedBy({ code: 'environment.driverMissing' })
    case 'driver-32-bit':
      return blockedBy({ code: 'token.moduleWrongArchitecture', details: { reason: 'bits-32' } })
    case 'in-use':
      return blockedBy({ code: 'environment.keyInUse' })
    case 'unknown-key':
      return blockedBy({ code: 'environment.keyUnknown' })
    case 'driver-broken':
      return blockedBy(
        modules.find(({ failure }) => failure !== undefined)?.failure ?? { code: 'environment.driverFailed' },
      )
    case 'cannot-tell':
      return unknownBy({ code: 'environment.keyUnread' })
    default:
      return assertNever(cause)
  }
}

function deviceDetails({ vendor, model, processes = [] }: BusReport): Pick<Finding, 'details'> {
  const details = [
    { label: 'manufacturer', value: vendor ?? '' },
    { label: 'model', value: model ?? '' },
    ...processes.map(({ pid, name }) => ({ label: 'process', value: `${name} (${pid})` })),
  ].filter(({ value }) => value !== '')
  return details.length === 0 ? {} : { details }
}

function blockedBy(failure: Failure): Finding {
  return { state: 'blocked', failure }
}

function unknownBy(failure: Failure): Finding {
  return { state: 'unknown', failure }
}
