import { AppError } from '../../../app-error.ts'
import type { SkfCalls } from '../native/skf-calls.ts'
import { SAR, toSkfError } from '../skf-errors.ts'
import type { KnownDevice } from './skf-state.ts'

/** How long another program may keep the device before we say so. */
const waitMs = 3000

/**
 * Keeps other programs away from the device until it is released. False where the library does not do this, which stops
 * nobody: what follows fails by itself on a device that is gone. Code token.inUse: another program has it reserved.
 */
export function reserveDevice(calls: SkfCalls, { handle }: Pick<KnownDevice, 'handle'>): boolean {
  if (!calls.has('SKF_LockDev') || !calls.has('SKF_UnlockDev')) return false
  const code = calls.ask('SKF_LockDev', handle, waitMs)
  if (code === SAR.timeout) {
    throw new AppError('token.inUse', { details: toSkfError('SKF_LockDev', code).failure.details })
  }
  return code === 0
}

export function releaseDevice(calls: SkfCalls, { handle }: Pick<KnownDevice, 'handle'>): void {
  calls.ask('SKF_UnlockDev', handle)
}
