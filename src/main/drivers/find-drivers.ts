import type { TokenInterface } from '../../shared/token/messages.ts'
import type { Candidate, CandidateSource, Origin } from './candidate.ts'
import { chooseInterface } from './choose-interface.ts'
import type { Driver, DriverTable } from './driver-table.ts'
import { pathsOf, type DriverSystem } from './driver-system.ts'
import type { FoundDriver } from './found-driver.ts'
import { inspectDriver } from './inspect-driver.ts'

/** Who names a file first says how its path is written. */
const order: readonly Origin[] = ['administrator', 'user', 'environment', 'system', 'registry', 'table']

/** Named by somebody who expects this very file: it is told of even when it is not there. */
export function isAsked(origins: readonly Origin[]): boolean {
  return (['administrator', 'user', 'environment'] as const).some((origin) => origins.includes(origin))
}

/** Everything on this computer that may be a driver, each file once. Nothing is loaded, and the disk is only read. */
export async function findDrivers(
  sources: readonly CandidateSource[],
  table: DriverTable,
  system: DriverSystem,
): Promise<readonly FoundDriver[]> {
  const candidates = (await Promise.all(sources.map((source) => source(table, system)))).flat()
  const groups = await groupByFile(candidates, system)
  return Promise.all([...groups].map(([identity, group]) => describe(identity, group, { table, system })))
}

async function groupByFile(candidates: readonly Candidate[], { files, os }: DriverSystem) {
  const real = await Promise.all(candidates.map(({ path }) => files.realPath(path)))
  const named = candidates.flatMap((candidate, index) => {
    const path = real[index] ?? (isAsked([candidate.origin]) ? candidate.path : undefined)
    return path === undefined ? [] : [{ candidate, identity: os === 'windows' ? path.toLowerCase() : path }]
  })
  return named.reduce((groups, { candidate, identity }) => {
    return groups.set(identity, [...(groups.get(identity) ?? []), candidate])
  }, new Map<string, readonly Candidate[]>())
}

interface Surroundings {
  readonly table: DriverTable
  readonly system: DriverSystem
}

async function describe(
  identity: string,
  group: readonly Candidate[],
  { table, system }: Surroundings,
): Promise<FoundDriver> {
  const sorted = [...group].sort((one, other) => order.indexOf(one.origin) - order.indexOf(other.origin))
  const path = sorted[0]?.path ?? identity
  const row = rowsFor(path, table, system)
  const claims = sorted.flatMap((candidate) => candidate.interface ?? [])
  return {
    path,
    identity,
    origins: [...new Set(sorted.map(({ origin }) => origin))],
    driver: row[0],
    interface: await chooseInterface(path, { claims, known: interfacesOf(path, row, system) }, system),
    usb: [...row, ...sorted].flatMap(({ usb }) => usb ?? []),
    ...(await inspectDriver(path, system)),
  }
}

/** The rows that know a file of this name, wherever it lies: installers choose their own folders. */
function rowsFor(path: string, { drivers }: DriverTable, system: DriverSystem): readonly Driver[] {
  return drivers.filter(({ modules }) => modules.some((module) => isSameName(module.path, path, system)))
}

function interfacesOf(path: string, rows: readonly Driver[], system: DriverSystem): readonly TokenInterface[] {
  const modules = rows.flatMap((row) => row.modules).filter((module) => isSameName(module.path, path, system))
  return modules.map((module) => module.interface)
}

function isSameName(one: string, other: string, system: DriverSystem): boolean {
  const { basename } = pathsOf(system)
  return basename(one).toLowerCase() === basename(other).toLowerCase()
}
