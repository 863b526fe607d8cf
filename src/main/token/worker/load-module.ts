import { createRequire } from 'node:module'
import type * as Pkcs11js from 'pkcs11js'

import { AppError } from '../../app-error.ts'
import type { FailureDetails } from '../../../shared/failure.ts'
import { checkLibraryFile } from '../library/check-library-file.ts'
import { checkedModule } from './checked-module.ts'
import { CKF } from './cryptoki.ts'
import type { Cryptoki } from './cryptoki.ts'
import { isRefusal } from './pkcs11-errors.ts'

/**
 * Loads a PKCS#11 module and initialises it. The file is looked at first; see check-library-file.ts. Errors:
 * token.moduleNotFound, token.moduleNotPkcs11, token.moduleWrongArchitecture, token.moduleBroken. A damaged library may
 * still end the process here (SIGBUS).
 */
export function loadModule(path: string): Cryptoki {
  checkLibraryFile(path)
  const { PKCS11 } = loadAddon()
  const module = new PKCS11()
  try {
    module.load(path)
  } catch (thrown) {
    throw toLoadError(path, thrown)
  }
  const checked = checkedModule(module)
  initialise(checked)
  return checked
}

/** Not an import: an addon that does not load must be a failure of `open`, not of the whole process. */
function loadAddon(): typeof Pkcs11js {
  try {
    return createRequire(import.meta.url)('pkcs11js') as typeof Pkcs11js
  } catch (cause) {
    throw broken({ detail: 'addon' }, cause)
  }
}

/** The module must not be called after a load() that threw: its function list is null, and the call would be the last. */
function toLoadError(path: string, thrown: unknown): AppError {
  const text = thrown instanceof Error ? thrown.message : ''
  if (text.includes('C_GetFunctionList') || text.includes('error 127')) return new AppError('token.moduleNotPkcs11')
  const missing = /^(?<library>[^:]+): cannot open shared object file/.exec(text)?.groups?.['library']
  if (missing !== undefined && missing !== path) return broken({ detail: 'dependency', library: missing }, thrown)
  return broken({ detail: 'load' }, thrown)
}

function initialise(module: Cryptoki): void {
  try {
    module.C_Initialize({ flags: CKF.osLockingOk })
  } catch (thrown) {
    if (isRefusal(thrown, 'CRYPTOKI_ALREADY_INITIALIZED')) return
    const details = thrown instanceof AppError ? thrown.failure.details : undefined
    throw broken({ ...details, detail: 'initialise' }, thrown)
  }
}

function broken(details: FailureDetails, cause: unknown): AppError {
  return new AppError('token.moduleBroken', { details, cause })
}
