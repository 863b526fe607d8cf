import { basename } from 'node:path'
import type { Failure } from '../../shared/failure.ts'
import type { KeyReport } from '../../shared/token/key-report.ts'
import type {
  ModuleLibrary,
  Sm2Capability,
  TokenInterface,
  TokenOutput,
  TokenSnapshot,
} from '../../shared/token/messages.ts'
import { AppError, toFailure } from '../app-error.ts'
import type { Deadlines } from './deadlines.ts'
import type { ModuleState, Quarantine } from './module-state.ts'
import { createModuleTrouble, type ModuleTrouble } from './module-trouble.ts'
import { quarantineFailure, quarantineFor } from './quarantine.ts'
import type { SlowRequest } from './request-clock.ts'
import { createTokenProcess, type TokenProcess } from './token-process.ts'
import { watchToken, type StopWatching } from './token-watcher.ts'
import type { WorkerSpawner } from './worker-handle.ts'
import type { ChooseWorker } from './worker-kind.ts'

/**
 * Why tokens are looked at again. `asked`: somebody wants it, so also what somebody stopped waiting for. `glance`: the
 * window has come back; how PIN and memory stand is not asked, for nobody is about to use a PIN.
 */
export type RefreshReason = 'asked' | 'glance'

/** A module and what its process finds in its environment besides ours. */
export interface ModuleSource {
  readonly path: string
  /** By what it is spoken to; PKCS#11 where left out. */
  readonly interface?: TokenInterface | undefined
  readonly environment?: Readonly<Record<string, string>>
  readonly sm2?: Sm2Capability | undefined
  /** Why it is not even tried: it is listed as failed, and no process is started for it. */
  readonly refusal?: Failure | Quarantine | undefined
}

/** Who remembers what modules did. Without one a module that crashes is tried again and again. */
export interface ModuleMemory {
  /** The module has been stopped and is not started again by itself. */
  readonly quarantined: (path: string, quarantine: Quarantine) => void
  readonly answered: (path: string, tokens: readonly TokenSnapshot[]) => void
}

/** Told of a slow request, with what is known of where it goes; what it answers with is called when it is over. */
type OnSlowModule = (request: SlowRequest, module: ModuleState) => () => void

export interface ModuleParts {
  readonly spawn: WorkerSpawner
  /** Which kind of worker a module gets, where that is not as usual. */
  readonly chooseWorker?: ChooseWorker | undefined
  readonly deadlines?: Partial<Deadlines> | undefined
  /** Something that a state tells has changed. */
  readonly changed: () => void
  readonly onSlow?: OnSlowModule | undefined
  readonly now?: () => Date
  readonly memory?: ModuleMemory | undefined
}

/** One driver module in its own process, watched for tokens that come and go. */
export interface TokenModule {
  readonly path: string
  readonly process: TokenProcess
  state(): ModuleState
  /** It is not asked any more: it was refused from the start, or is in quarantine since. */
  isRefused(): boolean
  /** Asks again, also after a failure; not when it is refused. Never rejects: a failure is a state. */
  refresh(why?: RefreshReason): Promise<void>
  /** Starts the worker anew; once nobody works with its token any more. */
  reopen(): Promise<void>
  /** Stops polling while somebody works with its token; ended by what it answers with. */
  pauseWatching(): () => void
  /** Asks nothing while somebody works with its key by the other interface; ended by what it answers with. */
  hold(): () => void
  /**
   * What the library tells without a PIN; nothing by PKCS#11. Codes token.busy: somebody works with its token; else why it is
   * not asked, or what came of asking.
   */
  report(): Promise<KeyReport | undefined>
  stop(): void
}

interface Running {
  readonly parts: ModuleParts
  readonly process: TokenProcess
  readonly trouble: ModuleTrouble
  state: ModuleState
  /** Not asked any more until it is put to use anew. */
  isRefused: boolean
  /** How many work with its tokens: what happens to its process is theirs to deal with. */
  pauses: number
  /** How many work with its keys by the other interface. */
  holds: number
  /** The computer has slept since; the worker is to be replaced when the work has ended. */
  isStale: boolean
  stopWatching: StopWatching
  /** As the worker that runs has told. */
  library: ModuleLibrary | undefined
}

export function startModule(source: ModuleSource, parts: ModuleParts): TokenModule {
  const module = begin(source, parts)
  if (source.refusal === undefined) watch(module)
  else setState(module, refused(source.refusal))
  return {
    path: source.path,
    process: module.process,
    state: () => module.state,
    isRefused: () => module.isRefused,
    refresh: (why) => refresh(module, why),
    reopen: () => reopen(module),
    pauseWatching: () => pause(module),
    hold: () => hold(module),
    report: () => report(module),
    stop: () => {
      module.stopWatching()
      module.process.stop()
    },
  }
}

function begin({ path, interface: spoken, environment, sm2, refusal }: ModuleSource, parts: ModuleParts): Running {
  const now = parts.now ?? (() => new Date())
  const { spawn, chooseWorker, deadlines } = parts
  const onGone = (failure: Failure): void => considerQuarantine(module, failure, now())
  const onSlow = (request: SlowRequest) => parts.onSlow?.(request, module.state) ?? (() => undefined)
  const onOpened = ({ library }: TokenOutput<'open'>): void => {
    module.library = library
  }
  const module: Running = {
    parts,
    process: createTokenProcess({
      ...{ spawn, chooseWorker, deadlines, onGone, onSlow, onOpened },
      ...{ modulePath: path, interface: spoken, environment, sm2 },
    }),
    trouble: createModuleTrouble(now),
    state: { ...shown(path, spoken), state: 'starting', tokens: [] },
    isRefused: refusal !== undefined,
    pauses: 0,
    holds: 0,
    isStale: false,
    stopWatching: () => undefined,
    library: undefined,
  }
  return module
}

function shown(path: string, spoken: TokenInterface | undefined) {
  return { path, name: basename(path), ...(spoken === undefined ? {} : { interface: spoken }) }
}

type NewState = Omit<ModuleState, 'path' | 'name' | 'interface' | 'tokens'> & Partial<Pick<ModuleState, 'tokens'>>

/** What a module told before is not known to be true any more. */
function setState(module: Running, state: NewState): void {
  module.state = { ...shown(module.state.path, module.state.interface), tokens: [], ...state }
}

function refused(refusal: Failure | Quarantine): NewState {
  if ('code' in refusal) return { state: 'failed', failure: refusal }
  return { state: 'failed', failure: quarantineFailure(refusal), quarantine: refusal }
}

function considerQuarantine(module: Running, failure: Failure, at: Date): void {
  const { memory, changed } = module.parts
  if (memory === undefined || module.pauses > 0 || module.isRefused) return
  const reason = module.trouble.ended(failure)
  if (reason === undefined) return
  const quarantine = quarantineFor(reason, failure, at)
  module.isRefused = true
  module.stopWatching()
  setState(module, refused(quarantine))
  memory.quarantined(module.state.path, quarantine)
  changed()
}

function watch(module: Running): void {
  module.stopWatching = watchToken({
    poll: () => module.process.request('poll', {}),
    onChange: (seen) => {
      if (seen.kind === 'failed') setFailed(module, seen.failure)
      else void readTokens(module, 'glance')
    },
  })
}

async function readTokens(module: Running, why?: RefreshReason): Promise<void> {
  const { memory, changed, now } = module.parts
  const begun = performance.now()
  try {
    const { tokens } = await module.process.request('list', { withState: why !== 'glance' })
    if (module.isRefused) return
    module.trouble.proven()
    memory?.answered(module.state.path, tokens)
    const answeredMs = Math.round(performance.now() - begun)
    const library = module.library === undefined ? {} : { library: module.library }
    setState(module, { state: 'ready', tokens, readAt: now?.() ?? new Date(), answeredMs, ...library })
    changed()
  } catch (error) {
    setFailed(module, toFailure(error))
  }
}

function setFailed(module: Running, failure: Failure): void {
  if (module.isRefused) return
  setState(module, { state: 'failed', failure })
  module.parts.changed()
}

async function refresh(module: Running, why?: RefreshReason): Promise<void> {
  if (module.isRefused || module.holds > 0) return
  module.process.reset(why === 'asked')
  await readTokens(module, why)
}

async function reopen(module: Running): Promise<void> {
  if (module.isRefused) return
  module.isStale = module.pauses > 0
  if (module.isStale) return
  module.stopWatching()
  module.process.stop()
  watch(module)
  await refresh(module)
}

function pause(module: Running): () => void {
  if (module.pauses === 0) module.stopWatching()
  module.pauses += 1
  let isOver = false
  return () => {
    if (isOver) return
    isOver = true
    module.pauses -= 1
    if (module.pauses > 0 || module.isRefused) return
    if (module.isStale) module.process.stop()
    module.isStale = false
    watch(module)
  }
}

function hold(module: Running): () => void {
  const resume = pause(module)
  module.holds += 1
  let isOver = false
  return () => {
    if (!isOver) module.holds -= 1
    isOver = true
    resume()
  }
}

async function report(module: Running): Promise<KeyReport | undefined> {
  const { failure } = module.state
  if (module.isRefused && failure !== undefined) throw new AppError(failure.code, { details: failure.details })
  if (module.pauses > 0) throw new AppError('token.busy')
  // Paused: a library that does not survive being looked at so closely has not broken in use.
  const resume = pause(module)
  try {
    return (await module.process.request('report', {})).report
  } finally {
    resume()
  }
}
