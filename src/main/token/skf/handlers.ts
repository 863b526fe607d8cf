import type { TokenHandlers } from '../../../shared/token/messages.ts'
import { AppError } from '../../app-error.ts'

const nothing = () => {
  throw new AppError('token.unsupported')
}

/** What the SKF worker answers. */
export function createSkfHandlers(): TokenHandlers {
  return {
    ...{ open: nothing, list: nothing, poll: nothing, unlock: nothing, lock: nothing, changePin: nothing },
    ...{ unblockPin: nothing, generateKeyPair: nothing, unwrapKey: nothing, decrypt: nothing, findKey: nothing },
    ...{ sign: nothing, writeCertificate: nothing, readPair: nothing, readCertificate: nothing, removePair: nothing },
    ...{ removeNameless: nothing, report: nothing },
  }
}
