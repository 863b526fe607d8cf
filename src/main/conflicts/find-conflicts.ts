import type { Finding } from '../../shared/ipc/models-environment.ts'
import type { UnseenPrograms } from '../../shared/failure-words.ts'
import type { Product } from './conflict-table.ts'
import { describeNote, describeProduct, describeStranger, details, isEndable } from './describe.ts'
import { judge, type Keys, type Level } from './judge.ts'
import { recognise, type Sight, type Traces } from './recognise.ts'
import type { SeenProcess } from './running-system.ts'

/** What was found, and the processes that may be asked to end, by the subject of their row. */
export interface FoundConflicts {
  readonly findings: readonly Finding[]
  readonly endable: ReadonlyMap<string, readonly SeenProcess[]>
}

interface Judged {
  readonly traces: Traces
  readonly level: Level
}

/**
 * The rows of 冲突程序, the worst first, by rules that decision 0025 gives reasons for. Nothing is called free of conflicts
 * where something could not be looked at.
 */
export function findConflicts(products: readonly Product[], sight: Sight, keys: Keys): FoundConflicts {
  const judged = recognise(products, sight).map((traces) => ({ traces, level: judge(traces, keys) }))
  const rows = (level: InTheWay) =>
    judged.flatMap((one) => (one.level === level ? [describeProduct(one.traces, level)] : []))
  const unseen = unseenOf(sight).map(describeUnseen)
  const rest = unseen.length > 0 ? unseen : [describeRest(judged, sight, keys)]
  return {
    findings: [...rows('held'), ...strangers(judged, keys), ...rows('running'), ...rows('suspected'), ...rest],
    endable: new Map(
      judged
        .filter(({ traces, level }) => isInTheWay(level) && isEndable(traces))
        .map(({ traces }) => [traces.product.product, traces.sure]),
    ),
  }
}

type InTheWay = 'held' | 'running' | 'suspected'

function isInTheWay(level: Level): level is InTheWay {
  return level === 'held' || level === 'running' || level === 'suspected'
}

/** Programs that have a key open and are in no row, one row for each name. */
function strangers(judged: readonly Judged[], { holders }: Keys): readonly Finding[] {
  const known = new Set(judged.flatMap(({ traces }) => traces.processes.map(({ pid }) => pid)))
  const others = holders.processes.filter(({ pid }) => !known.has(pid))
  const pidsOf = (name: string) => others.flatMap((other) => (other.name === name ? [other.pid] : []))
  return [...new Set(others.map(({ name }) => name))].map((name) => describeStranger(name, pidsOf(name)))
}

function unseenOf(sight: Sight): readonly UnseenPrograms[] {
  const looked = ['processes', 'listeners', 'installed'] as const
  const unseen = looked.filter((what) => sight[what] === undefined)
  return [
    ...unseen,
    ...('services' in sight && sight.services === undefined ? (['services'] as const) : []),
    ...(sight.hidesOthers === true ? (['other-users'] as const) : []),
  ]
}

function describeUnseen(reason: UnseenPrograms): Finding {
  return { state: 'unknown', failure: { code: 'environment.conflictsUnreadable', details: { reason } } }
}

/** What was not found, out of how many that were looked for, and what was looked at. */
function describeRest(judged: readonly Judged[], sight: Sight, { holders }: Keys): Finding {
  const count = judged.filter(({ level }) => !isInTheWay(level)).length
  const seen = (label: 'processes' | 'services' | 'ports' | 'installed', all: readonly unknown[] | undefined) =>
    all === undefined ? [] : details(`seen-${label}`, [String(all.length)])
  return {
    ...{ state: 'ok', facts: { count } },
    details: [
      ...judged.flatMap(({ traces, level }) => describeNote(traces, level)),
      ...seen('processes', sight.processes),
      ...seen('services', sight.services),
      ...seen('ports', sight.listeners),
      ...seen('installed', sight.installed),
      ...(holders.isComplete ? details('seen-holders', [String(holders.processes.length)]) : []),
    ],
  }
}
