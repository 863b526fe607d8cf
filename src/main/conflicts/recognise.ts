import type { Product } from './conflict-table.ts'
import { fitsPattern, leadsThrough, toComparable } from './name-match.ts'
import type { InstalledProgram, Listener, SeenProcess, SeenService } from './running-system.ts'

/** What was seen of this computer; undefined is what could not be told. */
export interface Sight {
  /** Without this program's own. */
  readonly processes: readonly SeenProcess[] | undefined
  /** Left out where the system has none besides its processes. */
  readonly services?: readonly SeenService[] | undefined
  readonly listeners: readonly Listener[] | undefined
  readonly installed: readonly InstalledProgram[] | undefined
  /** Only this user's programs are among the processes: the system hides the others. */
  readonly hidesOthers?: boolean
}

/** What was seen of one product. `signs`: how many of process, service and port tell of it, each by itself. */
export interface Traces {
  readonly product: Product
  /** All that may be the product's. */
  readonly processes: readonly SeenProcess[]
  /** Those that are it beyond doubt. */
  readonly sure: readonly SeenProcess[]
  readonly services: readonly SeenService[]
  readonly ports: readonly number[]
  readonly installed: readonly InstalledProgram[]
  readonly signs: number
}

/** How well a process fits a product: by a name that tells, by its folder, by a name that others bear too, or not. */
type Fit = 3 | 2 | 1 | 0

/** Each product of the table with what was seen of it, which is nothing for most. */
export function recognise(products: readonly Product[], sight: Sight): readonly Traces[] {
  const best = new Map((sight.processes ?? []).map((process) => [process, bestFit(products, process)]))
  const programs = (sight.installed ?? []).map(asNamed)
  return products.map((product) => {
    // bjcacertd_3kgm.exe is BJCA's, although *certd*.exe is Feitian's.
    const fitting = [...best].filter(([process, fit]) => fit > 0 && fitOf(product, process) === fit)
    const processes = fitting.map(([process]) => process)
    const telling = fitting.flatMap(([process, fit]) => (fit > 1 ? [process] : []))
    const open = openPorts(product, sight, { processes, telling })
    const listening = processes.filter(({ pid }) => open.some(({ pids }) => pids.includes(pid)))
    const traces = {
      ...{ product, processes, sure: [...new Set([...telling, ...listening])], ports: open.map(({ port }) => port) },
      services: (sight.services ?? []).filter((service) => isNamed(product, service)),
      installed: installedOf(product, programs),
    }
    return { ...traces, signs: countSigns(traces) }
  })
}

/** A name that others bear too is a sign where the product is installed as well. */
function countSigns({ product, processes, sure, services, ports, installed }: Omit<Traces, 'signs'>): number {
  const isRunning = sure.length > 0 || (processes.length > 0 && (installed.length > 0 || ports.length > 0))
  const hasService = services.some((service) => isNamed(product, service, 'by itself'))
  return [isRunning, hasService, ports.length > 0].filter(Boolean).length
}

function bestFit(products: readonly Product[], process: SeenProcess): Fit {
  return products.reduce<Fit>((best, product) => {
    const fit = fitOf(product, process)
    return fit > best ? fit : best
  }, 0)
}

function fitOf(product: Product, { names, places }: SeenProcess): Fit {
  const named = product.processes.filter(({ name }) => names.some((own) => fitsPattern(own, name)))
  if (named.some(({ certainty }) => certainty === undefined)) return 3
  if (places.some((place) => leadsThrough(place, product.folders))) return 2
  return named.length > 0 ? 1 : 0
}

function isNamed({ services }: Product, { name, displayName }: SeenService, how?: 'by itself'): boolean {
  const known = how === undefined ? services : services.filter(({ certainty }) => certainty === undefined)
  return known.some((service) => fitsPattern(name, service.name) || fitsPattern(displayName, service.name))
}

interface NamedProgram {
  readonly program: InstalledProgram
  readonly names: readonly string[]
}

/** Thousands of packages, each for every product: their names are made comparable once. */
function asNamed(program: InstalledProgram): NamedProgram {
  return { program, names: [program.name, program.publisher ?? ''].map(toComparable) }
}

function installedOf({ installed }: Product, programs: readonly NamedProgram[]): readonly InstalledProgram[] {
  const parts = installed.map(toComparable)
  return programs
    .filter(({ names }) => names.some((name) => parts.some((part) => name.includes(part))))
    .map(({ program }) => program)
}

interface Processes {
  readonly processes: readonly SeenProcess[]
  readonly telling: readonly SeenProcess[]
}

/**
 * The product's ports that somebody listens on who may be the product. Anybody may listen on any port: where it is known who
 * does, it has to be one of the product's processes; where not, the port has to be one that only the product is known for.
 */
function openPorts({ ports }: Product, sight: Sight, { processes, telling }: Processes): readonly Listener[] {
  return (sight.listeners ?? []).filter(({ port, pids }) => {
    const known = ports.find((entry) => entry.port === port)
    if (known === undefined) return false
    const isSharedPort = known.certainty !== undefined
    if (pids.length === 0 || sight.processes === undefined) return !isSharedPort
    return (isSharedPort ? telling : processes).some(({ pid }) => pids.includes(pid))
  })
}
