import { AppError } from '../app-error.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Sm2Capability, TokenInterface, TokenOutput } from '../../shared/token/messages.ts'
import { tokenDeadlines } from './deadlines.ts'
import type { Deadlines } from './deadlines.ts'
import type { OnSlow } from './request-clock.ts'
import { connectWorker } from './worker-connection.ts'
import type { WorkerConnection } from './worker-connection.ts'
import type { WorkerEnd } from './worker-end.ts'
import type { WorkerSpawner } from './worker-handle.ts'
import { workerKindOf, type ChooseWorker } from './worker-kind.ts'

/** A module that ends its process this often while it is being opened is not started again by itself. */
const openEndsLimit = 2

export interface WorkerParts {
  readonly spawn: WorkerSpawner
  /** A library, or `soft-token:<path>`. */
  readonly modulePath: string
  readonly environment?: Readonly<Record<string, string>> | undefined
  /** By what the library is spoken to; PKCS#11 where left out. */
  readonly interface?: TokenInterface | undefined
  /** How this driver makes SM2 keys, where it is known to. */
  readonly sm2?: Sm2Capability | undefined
  readonly chooseWorker?: ChooseWorker | undefined
  readonly deadlines?: Partial<Deadlines> | undefined
  /** The worker ended without being told to. Every login and every slot name ended with it. */
  readonly onGone?: ((failure: Failure) => void) | undefined
  readonly onSlow?: OnSlow | undefined
  /** The module has been opened, by each worker anew. */
  readonly onOpened?: ((opened: TokenOutput<'open'>) => void) | undefined
}

/** One worker after the other, each from its start to its end. */
export interface WorkerRuns {
  /** Grows when a worker ends: what was begun under another number belongs to a worker that is gone. */
  readonly number: () => number
  /** The running worker with its module opened, started where there is none. */
  readonly open: () => Promise<WorkerConnection>
  /** `isAsked`: by a person, who may want to wait again for what they stopped waiting for. */
  readonly reset: (isAsked: boolean) => void
  readonly stop: () => void
}

interface Run {
  readonly connection: WorkerConnection
  isOpen: boolean
}

export function createWorkerRuns(parts: WorkerParts): WorkerRuns {
  let run: Run | undefined
  let number = 0
  let openEnds: readonly WorkerEnd[] = []
  let stopped: WorkerEnd | undefined

  const onEnd = (end: WorkerEnd): void => {
    // Opening and listing come by themselves: begun again, they would ask the same question again.
    if (end.code === 'token.waitStopped' && end.details['operation'] !== 'unlock') stopped = end
    else if (run?.isOpen === false) openEnds = [...openEnds, end]
    run = undefined
    number += 1
    parts.onGone?.(end)
  }
  return {
    number: () => number,
    open: async () => {
      if (stopped !== undefined) throw new AppError(stopped.code, { details: stopped.details })
      const lastEnd = openEnds.at(-1)
      if (lastEnd !== undefined && openEnds.length >= openEndsLimit) throw toOpenError(lastEnd)
      run ??= { connection: startWorker(parts, onEnd), isOpen: false }
      const opening = run
      if (opening.isOpen) return opening.connection
      const answer = await openModule(opening.connection, parts, () => openEnds)
      openEnds = []
      opening.isOpen = true
      parts.onOpened?.(answer)
      return opening.connection
    },
    reset: (isAsked) => {
      openEnds = []
      if (isAsked) stopped = undefined
    },
    stop: () => {
      number += 1
      run?.connection.close()
      run = undefined
    },
  }
}

async function openModule(
  connection: WorkerConnection,
  { modulePath, sm2 }: WorkerParts,
  openEnds: () => readonly WorkerEnd[],
): Promise<TokenOutput<'open'>> {
  const endsBefore = openEnds().length
  try {
    return await connection.ask('open', sm2 === undefined ? { modulePath } : { modulePath, sm2 })
  } catch (thrown) {
    const end = openEnds()[endsBefore]
    throw end === undefined ? thrown : toOpenError(end)
  }
}

function startWorker(parts: WorkerParts, onEnd: (end: WorkerEnd) => void): WorkerConnection {
  const { chooseWorker = workerKindOf } = parts
  const handle = parts.spawn(chooseWorker(parts.modulePath, parts.interface), parts.environment)
  return connectWorker({ handle, deadlines: { ...tokenDeadlines, ...parts.deadlines }, onEnd, onSlow: parts.onSlow })
}

/** Native code that cannot even be loaded is a broken module, not a token that crashed. */
function toOpenError({ code, details }: WorkerEnd): AppError {
  return code === 'token.timeout' ? new AppError(code, { details }) : new AppError('token.moduleBroken', { details })
}
