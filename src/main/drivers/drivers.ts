import { AppError, hasCode, toFailure } from '../app-error.ts'
import type { DriverReport } from '../../shared/ipc/models-drivers.ts'
import type { ModuleMemory } from '../token/token-module.ts'
import { describeDrivers } from './describe-drivers.ts'
import type { DriverTable } from './driver-table.ts'
import { createModuleMemory } from './module-memory.ts'
import { createSearch, type DriverSearch, type DriversParts } from './search-drivers.ts'

/** The drivers of this computer: finds them, puts the right ones to use, and keeps the broken ones away. */
export interface Drivers {
  /** Puts what the user has added to use at once, and begins to look for more. */
  start(): Promise<void>
  /** The first search is not over: what is missing may still be found. */
  isSearching(): boolean
  /** Looks again and puts to use what has come. Cheap: some hundred paths are asked for, nothing is loaded twice. */
  search(): Promise<void>
  report(): DriverReport
  /** Starts a driver again, also one that is in quarantine. */
  retry(path: string): Promise<DriverReport>
  /** Lets the user choose a newer table, of drivers or another one. Codes resource.refused, settings.saveFailed. */
  updateTable(): Promise<DriverReport>
  /** Opens the page of this row of the table, if it has one. */
  openPage(driverId: string): Promise<boolean>
  table(): DriverTable
  /** The module that answered for this token the last time, in use or not. */
  preferredModuleOf(serialNumber: string): string | undefined
  readonly memory: ModuleMemory
  /** Ends the search, and waits until everything that is to be remembered is on the disk. */
  close(): Promise<void>
}

export function createDrivers(parts: DriversParts): Drivers {
  const { host, table, memory, modules } = parts
  const search = createSearch(parts)
  const report = () => {
    const otherTables = (host.otherTables ?? []).map((other) => other.describe())
    return describeDrivers({
      ...{ choices: search.choices(), states: modules().states(), table, otherTables, system: host.system },
    })
  }
  const find = (path: string) => search.choices().find(({ found }) => found.path === path)?.found
  return {
    start: async () => {
      await search.added()
      void search.all()
    },
    isSearching: search.isFirst,
    search: search.all,
    report,
    retry: (path) => retry(path, search, parts).then(report),
    updateTable: () => updateTable(search, parts).then(report),
    openPage: (driverId) => openPage(driverId, parts),
    table: table.read,
    preferredModuleOf: (serialNumber) => {
      const file = memory.driverOf(serialNumber)
      return search.choices().find(({ found }) => found.identity === file)?.found.path ?? file
    },
    memory: createModuleMemory(parts, find),
    close: async () => {
      search.stop()
      await memory.settled()
    },
  }
}

async function retry(path: string, search: DriverSearch, { memory, modules }: DriversParts): Promise<void> {
  const found = search.choices().find((choice) => choice.found.path === path)?.found
  if (found !== undefined) memory.lift(found.identity)
  await search.all()
  const isStillFailed = modules()
    .states()
    .some((module) => module.path === path && module.state === 'failed')
  if (isStillFailed) await modules().refresh()
}

async function updateTable(search: DriverSearch, { host, table, isFixed }: DriversParts): Promise<void> {
  if (isFixed) throw new AppError('demo.fixed')
  const file = await host.chooseTable()
  if (file === undefined) return
  await takeFirst([table, ...(host.otherTables ?? [])], file)
  await search.all()
}

/** The file goes to the first table that it is one of; only a file of another kind is shown to the next. */
async function takeFirst(
  [table, ...others]: readonly { take(file: string): Promise<unknown> }[],
  file: string,
): Promise<void> {
  try {
    await table?.take(file)
  } catch (thrown) {
    const isOfAnotherKind = hasCode(thrown, 'resource.refused') && toFailure(thrown).details?.['reason'] === 'content'
    if (!isOfAnotherKind || others.length === 0) throw thrown
    await takeFirst(others, file)
  }
}

/** SECURITY(15): only what the table names is opened; nobody hands in an address. */
async function openPage(driverId: string, { host, table }: DriversParts): Promise<boolean> {
  const page = table.read().drivers.find(({ id }) => id === driverId)?.page
  if (page !== undefined) await host.openPage(page)
  return page !== undefined
}
