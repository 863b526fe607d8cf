import { pathsOf, type DriverSystem } from './driver-system.ts'
import type { DriverEntry, DriverReport } from '../../shared/ipc/models-drivers.ts'
import type { SignedResource } from '../resources/signed-resource.ts'
import type { ModuleState } from '../token/module-state.ts'
import type { DriverChoice, IdleReason } from './choose-drivers.ts'
import type { DriverTable } from './driver-table.ts'
import type { FoundDriver } from './found-driver.ts'

interface ToDescribe {
  readonly choices: readonly DriverChoice[]
  readonly states: readonly ModuleState[]
  readonly table: SignedResource<DriverTable>
  readonly otherTables: DriverReport['otherTables']
  readonly system: DriverSystem
}

/** Every driver of this computer with what is known of it: those in use first. */
export function describeDrivers({ choices, states, table, otherTables, system }: ToDescribe): DriverReport {
  const entries = choices.map((choice) => describe(choice, stateOf(choice, states), system))
  const own = states.filter(({ path }) => !choices.some(({ found }) => found.path === path))
  const { version, issuedAt, drivers } = table.read()
  return {
    drivers: [...own.map(describeOwn), ...entries.filter(isInUse), ...entries.filter((entry) => !isInUse(entry))],
    table: { version, issuedAt, rows: drivers.length, origin: table.origin(), acceptsFiles: table.acceptsFiles },
    otherTables,
  }
}

function stateOf({ found, idle }: DriverChoice, states: readonly ModuleState[]): ModuleState | IdleReason {
  return idle ?? states.find(({ path }) => path === found.path) ?? 'not-plugged'
}

function describe({ found }: DriverChoice, state: ModuleState | IdleReason, system: DriverSystem): DriverEntry {
  const { path, origins, bits, cpu, interface: spoken } = found
  return {
    ...{ path, name: pathsOf(system).basename(path), origins: [...origins] },
    ...{ known: describeRow(found), interface: spoken, bits, cpu, isRemovable: origins.includes('user') },
    ...(typeof state === 'string' ? describeIdle(found, state) : describeState(state)),
  }
}

function describeRow({ driver }: FoundDriver): DriverEntry['known'] {
  if (driver === undefined) return undefined
  const { id, vendor, model, evidence, page } = driver
  return { driverId: id, vendor, model, evidence, hasPage: page !== undefined }
}

type Condition = Pick<DriverEntry, 'state' | 'failure' | 'quarantinedAt'>

/** What does not fit is told as that, whether its key is plugged in or not. */
function describeIdle({ misfit }: FoundDriver, reason: IdleReason): Condition {
  return misfit === undefined ? { state: reason } : { state: 'unfit', failure: misfit }
}

function describeState({ state, failure, quarantine }: ModuleState): Condition {
  if (quarantine !== undefined) return { state: 'quarantined', failure, quarantinedAt: quarantine.at.toISOString() }
  return { state, failure }
}

/** Not found but given: the demonstration's token. */
function describeOwn(state: ModuleState): DriverEntry {
  const { path, name, interface: spoken = 'pkcs11' } = state
  return { path, name, origins: ['demo'], interface: spoken, isRemovable: false, ...describeState(state) }
}

function isInUse({ state }: DriverEntry): boolean {
  return state === 'starting' || state === 'ready' || state === 'failed' || state === 'quarantined'
}
