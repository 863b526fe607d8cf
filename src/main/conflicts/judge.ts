import { holdsPart } from './name-match.ts'
import type { Traces } from './recognise.ts'
import type { Holders } from '../usb/who-holds.ts'

/** The keys that are plugged in, as far as they say whose programs belong to them. */
export interface Keys {
  /** Names of those who issued the certificates on them. */
  readonly issuers: readonly string[]
  /** Undefined: the bus cannot be read, or a key is of a maker that nobody knows. */
  readonly makers: readonly string[] | undefined
  /** Who has one of them open now. */
  readonly holders: Holders
  /** A driver does not get through to its key, as it is when another program has it. */
  readonly isSilent: boolean
}

/**
 * `held`: has a key open. `running`: runs, beyond doubt. `suspected`: one sign that it runs. The others are in nobody's way:
 * `issuer`, `maker`: runs, and belongs to a key that is plugged in. `trace`: a name that others bear too. `installed`: does
 * not run.
 */
export type Level = 'held' | 'running' | 'suspected' | 'issuer' | 'maker' | 'trace' | 'installed' | 'none'

/** What a product is to the keys that are plugged in (decision 0025). */
export function judge(traces: Traces, keys: Keys): Level {
  const { product, processes, services, installed, signs } = traces
  const isSeen = processes.length > 0 || services.length > 0
  if (isHolding(traces, keys)) return 'held'
  if (signs === 0) return isSeen ? 'trace' : installed.length > 0 ? 'installed' : 'none'
  if (keys.issuers.some((issuer) => holdsPart(issuer, product.belongsTo.issuers))) return 'issuer'
  if (product.belongsTo.makers.length > 0) return isOtherMakers(traces, keys) ? 'suspected' : 'maker'
  return signs > 1 || (keys.isSilent && isSeen) ? 'running' : 'suspected'
}

function isHolding({ processes }: Traces, { holders }: Keys): boolean {
  return holders.processes.some(({ pid }) => processes.some((process) => process.pid === pid))
}

/** Every key needs its maker's programs: they are in the way only where all keys are known to be others'. */
function isOtherMakers({ product }: Traces, { makers }: Keys): boolean {
  if (makers === undefined || makers.length === 0) return false
  return !makers.some((maker) => product.belongsTo.makers.includes(maker))
}
