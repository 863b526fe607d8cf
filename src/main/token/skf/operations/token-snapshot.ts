import { toContainerId } from '../../../../shared/token/container-id.ts'
import type { StoredCertificate, TokenSnapshot } from '../../../../shared/token/messages.ts'
import { decodeLabel } from '../../worker/token-text.ts'
import { freeBytesOf, symmetricOf } from '../layout/device-info.ts'
import { pinLimits } from '../pins/check-pin.ts'
import { toPinState } from '../pins/pin-count.ts'
import { serialNumberOf, type Place } from '../state/places.ts'
import type { KnownContainer, SkfState } from '../state/skf-state.ts'

const roles = ['signing', 'encryption'] as const

export function toSnapshot(state: SkfState, place: Place): TokenSnapshot {
  const { device, application } = place
  const { info } = device
  const { user, administrator } = application.pins
  const [freeBytes, symmetric] = [freeBytesOf(info), symmetricOf(info)]
  return {
    slot: application.slot,
    serialNumber: serialNumberOf(state, place),
    label: info.label,
    manufacturer: info.manufacturer,
    // DEVINFO has no field for it.
    model: '',
    pin: {
      ...{ state: toPinState(user), ...pinLimits, areLimitsTold: false, initialised: true },
      ...(user === undefined ? {} : { triesLeft: user.left }),
    },
    ...(administrator === undefined ? {} : { securityOfficerPin: toPinState(administrator) }),
    ...(freeBytes === undefined ? {} : { freeBytes }),
    ...(symmetric === undefined ? {} : { symmetric }),
    certificates: [...(application.containers?.values() ?? [])].flatMap(certificatesOf),
  }
}

/** Whether the private key is there is not known: SKF tells public keys only, and asking costs two calls a container. */
function certificatesOf({ name, certificates }: KnownContainer): readonly StoredCertificate[] {
  return roles.flatMap((role): readonly StoredCertificate[] => {
    const value = certificates[role]
    if (value === undefined) return []
    return [{ id: toContainerId({ container: name, role }), label: decodeLabel(name), value, key: 'unknown' }]
  })
}
