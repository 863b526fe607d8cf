import type { Overview } from '../../shared/ipc/models.ts'
import type { Driver } from '../drivers/driver-table.ts'
import type { SystemBus } from '../usb/system-bus.ts'
import { keysAmong, mayBeHeld, type SeenModule } from '../usb/token-cause.ts'
import { nobodyKnows } from '../usb/who-holds.ts'
import type { Keys } from './judge.ts'

export interface DeskParts {
  readonly overview: () => Overview
  readonly modules: () => readonly Pick<SeenModule, 'state' | 'failure'>[]
  readonly drivers: () => readonly Driver[]
  /** Left out, nothing is known of the bus. */
  readonly usb: Pick<SystemBus, 'bus' | 'whoHolds'> | undefined
}

/** The keys of this computer as the desk knows them; the bus is asked now. */
export function createKeysOfDesk({ overview, modules, drivers, usb }: DeskParts): () => Promise<Keys> {
  return async () => {
    const devices = await usb?.bus.list()
    const plugged = keysAmong({ devices, drivers: drivers() })
    const makers = plugged.map(({ driver }) => driver?.vendor)
    const isHeld = usb !== undefined && plugged.length > 0
    return {
      issuers: issuersOf(overview()),
      makers: devices === undefined || !makers.every((maker) => maker !== undefined) ? undefined : makers,
      holders: isHeld ? await usb.whoHolds(plugged.map(({ device }) => device)) : nobodyKnows,
      isSilent: modules().some(
        ({ state, failure }) => state === 'failed' && failure !== undefined && mayBeHeld({ failure }),
      ),
    }
  }
}

function issuersOf({ cards }: Overview): readonly string[] {
  const certificates = cards.flatMap((card) => card.certificates)
  return [
    ...new Set(certificates.flatMap(({ issuer, issuerName }) => [issuer, ...issuerName.map(({ value }) => value)])),
  ]
}
