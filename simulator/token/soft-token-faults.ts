import { readFileSync } from 'node:fs'

import type { ErrorCode } from '../../src/shared/error-codes.ts'
import type { TokenOperation } from '../../src/shared/token/messages.ts'
import { SoftTokenError } from './soft-token-error.ts'

/** One line of the file that SOFT_TOKEN_FAULTS names. It is read again before every operation. */
export interface SoftTokenFault {
  /** Any operation, when left out. */
  readonly operation?: TokenOperation
  /** Only the nth time that this worker is asked for the operation; every time, when left out. */
  readonly nth?: number
  /** `unplug`: there is no token, whatever the operation, for as long as the line stands in the file. */
  readonly action: 'fail' | 'hang' | 'crash' | 'unplug'
  /** For `fail`; token.deviceError when left out. */
  readonly code?: ErrorCode
}

export interface SoftTokenFaults {
  readonly isUnplugged: () => boolean
  /** Called when an operation begins: fails, never ends, or ends the process, where a fault says so. */
  readonly strike: (operation: TokenOperation) => Promise<void>
}

export function createSoftTokenFaults(path: string | undefined): SoftTokenFaults {
  const asked = new Map<TokenOperation, number>()
  return {
    isUnplugged: () => readFaults(path).some((fault) => fault.action === 'unplug'),
    strike: async (operation) => {
      const nth = (asked.get(operation) ?? 0) + 1
      asked.set(operation, nth)
      for (const fault of readFaults(path)) {
        const isMeant = (fault.operation ?? operation) === operation && (fault.nth ?? nth) === nth
        if (isMeant) await apply(fault)
      }
    },
  }
}

async function apply(fault: SoftTokenFault): Promise<void> {
  if (fault.action === 'fail') throw new SoftTokenError(fault.code ?? 'token.deviceError', { detail: 'fault' })
  if (fault.action === 'crash') process.kill(process.pid, 'SIGKILL')
  // A worker that was killed must not get any further while the signal is on its way.
  if (fault.action === 'hang' || fault.action === 'crash') await new Promise(() => undefined)
}

function readFaults(path: string | undefined): readonly SoftTokenFault[] {
  if (path === undefined) return []
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly SoftTokenFault[]
  } catch {
    // No file, or one that is being written: no faults.
    return []
  }
}
