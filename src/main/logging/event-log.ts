/**
 * Writes what the page is told of, where support would ask for it: drivers that load and fail, keys that come and go,
 * renewals that move. The page's events say it already; so nothing else has to be watched.
 */
import type { EventName } from '../../shared/ipc/channels.ts'
import type { EventPayload } from '../../shared/ipc/contract.ts'
import type { DriverReport } from '../../shared/ipc/models-drivers.ts'
import type { Overview, Renewal } from '../../shared/ipc/models.ts'
import type { TokenWaiting } from '../../shared/ipc/models-waiting.ts'
import { isKnownAs } from '../../shared/is-known-as.ts'
import { maskedEnd } from '../diagnostics/mask.ts'
import type { Log } from './log.ts'

type Lines = { readonly [E in EventName]?: (payload: EventPayload<E>) => ReadonlyMap<string, string> }

/** What an event says, by the thing that it is about; written when it is another than the last time. */
const lines: Lines = {
  'drivers:changed': driverLines,
  'certificates:changed': tokenLines,
  'renewal:changed': renewalLines,
  'token:waiting': waitingLines,
  'platform:changed': ({ state }) => new Map([['platform', state]]),
  'account:changed': ({ displayName }) => new Map([['account', displayName === undefined ? 'nobody' : 'logged in']]),
}

/** Those of which the events name all there are: what is not named any more is gone. */
const complete: readonly EventName[] = ['drivers:changed', 'certificates:changed']

export function createEventLog(
  log: Pick<Log, 'info'>,
): <E extends EventName>(event: E, payload: EventPayload<E>) => void {
  const known = new Map<EventName, ReadonlyMap<string, string>>()
  return (event, payload) => {
    const now = lines[event]?.(payload)
    if (now === undefined) return
    const before = known.get(event) ?? new Map<string, string>()
    for (const [subject, text] of now) if (before.get(subject) !== text) log.info(`${subject}: ${text}`)
    const isComplete = complete.includes(event)
    if (isComplete) for (const subject of before.keys()) if (!now.has(subject)) log.info(`${subject}: gone`)
    known.set(event, isComplete ? now : new Map([...before, ...now]))
  }
}

function driverLines({ drivers }: DriverReport): ReadonlyMap<string, string> {
  return new Map(
    drivers.map(({ path, state, failure }) => [
      `driver ${path}`,
      failure === undefined ? state : `${state} ${failure.code} ${JSON.stringify(failure.details ?? {})}`,
    ]),
  )
}

function tokenLines({ tokens, cards }: Overview): ReadonlyMap<string, string> {
  return new Map(
    tokens.map(({ serialNumber, alsoKnownAs, model, pin }) => {
      const certificates = cards
        .filter((card) => isKnownAs({ serialNumber, alsoKnownAs }, card.tokenSerialNumber))
        .flatMap((card) => card.certificates)
      const statuses = certificates.map(({ status, usage }) => `${usage} ${status}`).join(', ')
      return [`token ${maskedEnd(serialNumber)}`, `${model}, PIN ${pin.state}, certificates: ${statuses || 'none'}`]
    }),
  )
}

function renewalLines({ id, kind, state, failure, busy }: Renewal): ReadonlyMap<string, string> {
  // While it works, the failure of the last try is of no interest any more.
  const trouble = failure === undefined || busy ? '' : ` ${failure.code}`
  return new Map([[`${kind} ${id}`, `${state}${trouble}`]])
}

function waitingLines({ id, isOver, kind, moduleName }: TokenWaiting): ReadonlyMap<string, string> {
  return new Map([[`waiting ${id.slice(0, 8)}`, isOver ? 'over' : `${moduleName} is silent, ${kind}`]])
}
