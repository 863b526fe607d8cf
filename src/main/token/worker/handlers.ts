import { AppError } from '../../app-error.ts'
import type { TokenHandlers } from '../../../shared/token/messages.ts'
import { readCertificate, writeCertificate } from './certificate-object.ts'
import { changePin } from './change-pin.ts'
import type { Cryptoki } from './cryptoki.ts'
import { generateKeyPair } from './generate-key-pair.ts'
import { askSlots } from './known-tokens.ts'
import { listTokens } from './list-tokens.ts'
import { decrypt } from './decrypt.ts'
import { describeLibrary } from './describe-library.ts'
import { findKey } from './find-key.ts'
import { readPair } from './read-pair.ts'
import { removeNameless } from './remove-nameless.ts'
import { removePair } from './remove-pair.ts'
import { signText } from './sign-text.ts'
import { unblockPin } from './unblock-pin.ts'
import { lockToken, unlockToken } from './unlock-token.ts'
import { unwrapKey } from './unwrap-key.ts'
import { createWorkerState } from './worker-state.ts'
import type { WorkerState } from './worker-state.ts'

interface Surroundings {
  readonly loadModule: (path: string) => Cryptoki
  readonly now: () => number
}

/** What the PKCS#11 worker answers. Every call into the vendor's module begins here. */
export function createTokenHandlers({ loadModule, now }: Surroundings): TokenHandlers {
  let opened: WorkerState | undefined
  const state = (): WorkerState => {
    if (opened === undefined) throw new AppError('token.noModule')
    return opened
  }
  const silently =
    <Input>(effect: (opened: WorkerState, input: Input) => void) =>
    (input: Input) => {
      effect(state(), input)
      return {}
    }
  return {
    open: ({ modulePath, sm2 }) => {
      opened ??= createWorkerState(loadModule(modulePath), { now, sm2 })
      return describeLibrary(opened.module)
    },
    list: ({ withState = false }) => ({ tokens: listTokens(state(), withState) }),
    poll: () => ({ slots: [...askSlots(state()).keys()] }),
    unlock: silently(unlockToken),
    lock: ({ slot }) => {
      lockToken(state(), slot)
      return {}
    },
    changePin: silently(changePin),
    unblockPin: silently(unblockPin),
    generateKeyPair: (input) => ({ publicKey: generateKeyPair(state(), input) }),
    sign: (input) => ({ signature: signText(state(), input) }),
    writeCertificate: silently(writeCertificate),
    unwrapKey: silently(unwrapKey),
    decrypt: (input) => ({ plaintext: decrypt(state(), input) }),
    findKey: (input) => findKey(state(), input),
    readPair: (input) => readPair(state(), input),
    readCertificate: (input) => readCertificate(state(), input),
    removePair: (input) => ({ removed: removePair(state(), input) }),
    removeNameless: (input) => ({ removed: removeNameless(state(), input) }),
    report: () => ({}),
  }
}
