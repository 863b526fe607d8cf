import type { TokenHandlers } from '../../../shared/token/messages.ts'
import { AppError } from '../../app-error.ts'
import type { SkfLibrary } from './native/load-skf.ts'
import { createSkfCalls } from './native/skf-calls.ts'
import { readCertificate, writeCertificate } from './operations/certificates.ts'
import { changePin } from './operations/change-pin.ts'
import { decrypt } from './operations/decrypt.ts'
import { findKey } from './operations/find-key.ts'
import { generateKeyPair } from './operations/generate-key-pair.ts'
import { listTokens } from './operations/list-tokens.ts'
import { readPair } from './operations/read-pair.ts'
import { removePair } from './operations/remove-pair.ts'
import { reportKeys } from './operations/report-keys.ts'
import { signText } from './operations/sign-text.ts'
import { unblockPin } from './operations/unblock-pin.ts'
import { lockToken, unlockToken } from './operations/unlock.ts'
import { unwrapKey } from './operations/unwrap-key.ts'
import { askDevices } from './state/devices.ts'
import { explained } from './state/explain-failure.ts'
import { slotsOf, unlockedPlace, type UnlockedPlace } from './state/places.ts'
import { createSkfState, type SkfState } from './state/skf-state.ts'

interface Surroundings {
  readonly loadSkf: (path: string) => SkfLibrary
  readonly now: () => number
}

/** What the SKF worker answers. Every call into the vendor's library begins here. */
export function createSkfHandlers({ loadSkf, now }: Surroundings): TokenHandlers {
  let opened: SkfState | undefined
  const state = (): SkfState => {
    if (opened === undefined) throw new AppError('token.noModule')
    return opened
  }
  return {
    open: ({ modulePath }) => {
      opened ??= createSkfState(createSkfCalls(loadSkf(modulePath)), now)
      return {}
    },
    list: ({ withState = false }) => ({ tokens: listTokens(state(), withState) }),
    poll: () => {
      askDevices(state())
      return { slots: slotsOf(state()) }
    },
    unlock: silently((input) => unlockToken(state(), input)),
    lock: silently(({ slot }) => lockToken(state(), slot)),
    changePin: silently((input) => changePin(state(), input)),
    unblockPin: silently((input) => unblockPin(state(), input)),
    report: () => ({ report: reportKeys(state()) }),
    ...unlockedHandlers(state),
  }
}

type WithoutLogin = 'open' | 'list' | 'poll' | 'unlock' | 'lock' | 'changePin' | 'unblockPin' | 'report'

/** What needs a login. */
function unlockedHandlers(state: () => SkfState): Omit<TokenHandlers, WithoutLogin> {
  const unlocked =
    <Input extends { readonly slot: string }, Output>(
      effect: (opened: SkfState, place: UnlockedPlace, input: Input) => Output,
    ) =>
    (input: Input): Output => {
      const place = unlockedPlace(state(), input.slot)
      return explained(state(), input.slot, () => effect(state(), place, input))
    }
  return {
    generateKeyPair: (input) => ({ publicKey: unlocked(generateKeyPair)(input) }),
    sign: (input) => ({ signature: unlocked(signText)(input) }),
    writeCertificate: silently(unlocked(writeCertificate)),
    unwrapKey: silently(unlocked(unwrapKey)),
    decrypt: (input) => ({ plaintext: unlocked(decrypt)(input) }),
    findKey: unlocked(findKey),
    readPair: unlocked(readPair),
    readCertificate: unlocked(readCertificate),
    removePair: unlocked(removePair),
    // No write by SKF leaves anything without a name.
    removeNameless: unlocked(() => ({ removed: 0 })),
  }
}

function silently<Input>(effect: (input: Input) => void) {
  return (input: Input) => {
    effect(input)
    return {}
  }
}
