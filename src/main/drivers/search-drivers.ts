import type { SignedResource } from '../resources/signed-resource.ts'
import type { ModuleSource } from '../token/token-module.ts'
import type { TokenModules } from '../token/token-modules.ts'
import type { CandidateSource } from './candidate.ts'
import { chooseDrivers, type DriverChoice } from './choose-drivers.ts'
import type { DriverMemory } from './driver-memory.ts'
import type { DriverTable } from './driver-table.ts'
import { findDrivers, isAsked } from './find-drivers.ts'
import type { DriverHost } from './ports.ts'
import { environmentSource } from './sources/environment-source.ts'
import { p11KitSource } from './sources/p11-kit-source.ts'
import { registrySource } from './sources/registry-source.ts'
import { tableSource } from './sources/table-source.ts'

export interface DriversParts {
  readonly host: DriverHost
  /** What the user has added. */
  readonly userPaths: () => readonly string[]
  /** What the administrator has set; none where left out. */
  readonly managedPaths?: () => readonly string[]
  readonly modules: () => Pick<TokenModules, 'use' | 'states' | 'refresh'>
  readonly table: SignedResource<DriverTable>
  readonly memory: DriverMemory
  /** The demonstration has a token of its own, and looks for no other. */
  readonly isFixed: boolean
}

/** What was found the last time, and the ways to look again. */
export interface DriverSearch {
  readonly choices: () => readonly DriverChoice[]
  readonly isFirst: () => boolean
  /** Only what the user has added. */
  readonly added: () => Promise<void>
  readonly all: () => Promise<void>
  /** What is still being looked for is not put to use any more. */
  readonly stop: () => void
}

const searched = [environmentSource, p11KitSource, registrySource, tableSource]

/** One search after the other: each puts its result to use, and an older one must not undo a newer one. */
export function createSearch(parts: DriversParts): DriverSearch {
  const { host, table, memory, modules } = parts
  let choices: readonly DriverChoice[] = []
  let isFirst = host.searches && !parts.isFixed
  let isStopped = parts.isFixed
  const isOver = () => isStopped
  let last: Promise<void> = Promise.resolve()
  const loaded = () => new Set(choices.filter(({ idle }) => idle === undefined).map(({ found }) => found.identity))
  const look = async (sources: readonly CandidateSource[], isWhole: boolean) => {
    if (isOver()) return
    const [found, devices] = await Promise.all([
      findDrivers(sources, table.read(), host.system),
      isWhole ? host.devices().catch(() => undefined) : undefined,
    ])
    if (isOver()) return
    choices = chooseDrivers(found, { devices, loaded: loaded() })
    if (isWhole) isFirst = false
    modules().use(sourcesOf(choices, memory))
  }
  const run = (sources: readonly CandidateSource[], isWhole = false): Promise<void> => {
    last = last.then(
      () => look(sources, isWhole),
      () => look(sources, isWhole),
    )
    return last
  }
  return {
    choices: () => choices,
    isFirst: () => isFirst,
    added: () => run([userSource(parts)]),
    stop: () => {
      isStopped = true
    },
    all: () => run([userSource(parts), ...(host.searches ? searched : [])], true),
  }
}

function userSource({ userPaths, managedPaths = () => [] }: DriversParts): CandidateSource {
  const named = (paths: readonly string[], origin: 'administrator' | 'user') => paths.map((path) => ({ path, origin }))
  return () => Promise.resolve([...named(managedPaths(), 'administrator'), ...named(userPaths(), 'user')])
}

/** Those first that have answered for a token before. */
function sourcesOf(choices: readonly DriverChoice[], memory: DriverMemory): readonly ModuleSource[] {
  const used = choices.filter(({ idle }) => idle === undefined).map(({ found }) => found)
  const trusted = memory.trusted()
  const sorted = [...used].sort((one, other) => Number(trusted.has(other.identity)) - Number(trusted.has(one.identity)))
  return sorted.map(({ path, identity, print, origins, misfit, driver, interface: spoken }) => {
    // What the user insists on is tried whenever tokens are read: its file may have been mended since.
    const refusal = memory.quarantineOf(identity, print) ?? (isAsked(origins) ? undefined : misfit)
    return { path, interface: spoken, sm2: driver?.sm2, ...(refusal === undefined ? {} : { refusal }) }
  })
}
