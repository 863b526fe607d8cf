import { randomUUID } from 'node:crypto'
import type { TokenWaiting } from '../../shared/ipc/models-waiting.ts'
import type { TokenOperation } from '../../shared/token/messages.ts'
import type { ModuleState } from './module-state.ts'
import type { SlowRequest } from './request-clock.ts'

/** What is being waited for, and the hands of whoever waits. */
export interface Waits {
  /** A request has become slow; what it answers with says that it is over. */
  begin(request: SlowRequest, module: ModuleState): () => void
  list(): readonly TokenWaiting[]
  /** Is it still waited for? */
  waitLonger(id: string): boolean
  /** Does it go on? Only what harms nothing can be stopped. */
  stop(id: string): boolean
}

interface Wait {
  readonly request: SlowRequest
  readonly module: ModuleState
}

/** @param tell called when a wait begins, is prolonged, and is over */
export function createWaits(tell: (waiting: TokenWaiting) => void): Waits {
  const waits = new Map<string, Wait>()
  return {
    begin: (request, module) => {
      const id = randomUUID()
      const wait = { request, module }
      waits.set(id, wait)
      tell(describe(id, wait))
      return () => {
        waits.delete(id)
        tell({ ...describe(id, wait), isOver: true })
      }
    },
    list: () => [...waits].map(([id, wait]) => describe(id, wait)),
    waitLonger: (id) => {
      const wait = waits.get(id)
      if (wait === undefined) return false
      wait.request.waitLonger()
      tell(describe(id, wait))
      return true
    },
    stop: (id) => {
      waits.get(id)?.request.stop?.()
      return waits.has(id)
    },
  }
}

function describe(id: string, { request, module }: Wait): TokenWaiting {
  const { operation, until, stop } = request
  const tokenSerialNumber = serialNumberOf({ request, module })
  return {
    ...{ id, isOver: false, kind: kindOf(operation), moduleName: module.name },
    ...(tokenSerialNumber === undefined ? {} : { tokenSerialNumber }),
    ...{ until: until().toISOString(), canStop: stop !== undefined },
  }
}

function kindOf(operation: TokenOperation): TokenWaiting['kind'] {
  if (operation === 'unlock') return 'unlock'
  return operation === 'open' || operation === 'list' ? 'read' : 'write'
}

/** Slot names are good for one worker: the one that told these tokens is the one that is asked. */
function serialNumberOf({ request: { input }, module }: Wait): string | undefined {
  if ('serialNumber' in input && typeof input.serialNumber === 'string') return input.serialNumber
  if ('slot' in input) return module.tokens.find(({ slot }) => slot === input.slot)?.serialNumber
  return undefined
}
