import type { ConflictDetail } from '../../shared/environment/conflict-details.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'
import type { Level } from './judge.ts'
import type { Traces } from './recognise.ts'
import type { SeenProcess } from './running-system.ts'

type Detail = NonNullable<Finding['details']>[number]

/** A product that is in the way, as a row. It can be asked to end where `isEndable` says so. */
export function describeProduct(traces: Traces, level: 'held' | 'running' | 'suspected'): Finding {
  const { product, processes, services, ports, installed } = traces
  return {
    state: level === 'suspected' ? 'attention' : 'blocked',
    subject: product.product,
    failure: { code: codes[level] },
    details: [
      ...details('running-program', processes.map(describeProcess)),
      ...details(
        'running-service',
        services.map(({ displayName }) => displayName),
      ),
      ...details('used-port', ports.map(String)),
      ...details('installed-program', names(installed)),
      ...whyNotEnded(traces),
      ...details('quit-step', product.quit),
      ...details('quit-effect', [product.effect]),
      ...details(`source-${product.evidence}`, [product.source]),
    ],
    ...(isEndable(traces) ? { fix: 'end-program' as const } : {}),
  }
}

/** A program that has a key open and is in no table: it is named, and its owner has to know what to do with it. */
export function describeStranger(name: string, pids: readonly number[]): Finding {
  const programs = pids.map((pid) => `${name} (${pid})`)
  return {
    ...{ state: 'blocked', subject: name, failure: { code: 'environment.keyHeld' } },
    details: [...details('running-program', programs), ...details('not-ended-unknown', [name])],
  }
}

/** May its processes be asked to end? Each of them has to be the product's beyond doubt, and this user's. */
export function isEndable({ sure, services }: Traces): boolean {
  return services.length === 0 && sure.length > 0 && sure.every(({ isOwn, started }) => isOwn && started !== undefined)
}

const codes = {
  held: 'environment.keyHeld',
  running: 'environment.conflictRunning',
  suspected: 'environment.conflictSuspected',
} as const

const notes: Readonly<Partial<Record<Level, ConflictDetail>>> = {
  issuer: 'own-issuer',
  maker: 'own-maker',
  trace: 'shared-name',
  installed: 'only-installed',
}

/** What was seen and is in nobody's way, for whoever asks. */
export function describeNote({ product, processes, services, installed }: Traces, level: Level): readonly Detail[] {
  const label = notes[level]
  if (label === undefined) return []
  const running = [...processes.map(describeProcess), ...services.map(({ displayName }) => displayName)]
  const seen = level === 'installed' ? names(installed) : running
  return details(label, [[product.product, ...seen].join(' · ')])
}

export function details(label: ConflictDetail, values: readonly string[]): readonly Detail[] {
  return values.map((value) => ({ label, value }))
}

function whyNotEnded({ services, sure }: Traces): readonly Detail[] {
  const others = sure.filter(({ isOwn }) => !isOwn)
  return [
    ...details(
      'not-ended-service',
      services.map(({ displayName }) => displayName),
    ),
    ...details('not-ended-other-user', others.map(describeProcess)),
  ]
}

function describeProcess({ names: [name = ''], pid }: SeenProcess): string {
  return `${name} (${pid})`
}

function names(programs: Traces['installed']): readonly string[] {
  return [...new Set(programs.map(({ name }) => name))]
}
