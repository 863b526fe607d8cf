import { AppError } from '../../app-error.ts'
import type { TokenInput } from '../../../shared/token/messages.ts'
import { CKF, CKU_USER } from './cryptoki.ts'
import { areSlotsFresh, askSlots, closeQuietly, forgetToken, isTokenGone, openToken } from './known-tokens.ts'
import { isRefusal, isSessionGone } from './pkcs11-errors.ts'
import { toPinState } from './token-snapshot.ts'
import { trimField } from './token-text.ts'
import type { KnownToken, Unlocked, WorkerState } from './worker-state.ts'

export interface UnlockedToken {
  readonly token: KnownToken
  readonly unlocked: Unlocked
}

/**
 * Logs in to exactly the token that has this serial number. Native calls: C_OpenSession, C_Login and, when refused,
 * C_GetTokenInfo. C_Login goes through the read-only session in which the serial number was read: PKCS#11 ends a session
 * when its token is removed (Usage Guide v2.40, "Sessions"), so the PIN cannot reach another one; a login holds for all.
 * As not every module may keep to that, the serial number is read again (one call more) unless the slots were asked for
 * within the last second. A PIN is sent once, and never without a request.
 */
export function unlockToken(state: WorkerState, { slot, serialNumber, pin }: TokenInput<'unlock'>): void {
  const token = identifyToken(state, slot)
  if (trimField(token.info.serialNumber) !== serialNumber) throw new AppError('token.otherToken')
  checkPinLength(token, pin)
  // A login that is still there would let any PIN pass.
  if (token.unlocked !== undefined) lockToken(state, slot)
  try {
    token.readWriteSession ??= state.module.C_OpenSession(token.slot, CKF.serialSession | CKF.rwSession)
    state.module.C_Login(token.session, CKU_USER, pin)
  } catch (thrown) {
    throw isSessionGone(thrown) ? whoIsThere(state, slot, serialNumber) : toUnlockError(state, token, thrown)
  }
  token.unlocked = { session: token.readWriteSession, made: new Map(), found: new Map() }
  token.readWriteSession = undefined
}

/** Native calls: C_Logout and C_CloseSession, none when the token is not unlocked. */
export function lockToken(state: WorkerState, slot: string): void {
  const token = state.tokens.get(slot)
  if (token === undefined) return
  const { unlocked, readWriteSession } = token
  token.unlocked = undefined
  token.readWriteSession = undefined
  if (readWriteSession !== undefined) closeQuietly(state.module, readWriteSession)
  if (unlocked === undefined) return
  try {
    state.module.C_Logout(unlocked.session)
    closeQuietly(state.module, unlocked.session)
  } catch {
    // Closing the last session logs out as well; whatever C_Logout did not like, the login must not outlive it.
    closeQuietly(state.module, unlocked.session)
    forgetToken(state, slot)
  }
}

/** The login of this token, or token.absent or token.notUnlocked. */
export function unlockedToken(state: WorkerState, slot: string): UnlockedToken {
  const token = state.tokens.get(slot)
  if (token?.unlocked !== undefined) return { token, unlocked: token.unlocked }
  throw new AppError(state.slots.has(slot) ? 'token.notUnlocked' : 'token.absent')
}

function identifyToken(state: WorkerState, name: string): KnownToken {
  const known = state.tokens.get(name)
  if (known !== undefined && areSlotsFresh(state)) return known
  try {
    if (known !== undefined) {
      const { serialNumber } = known.info
      known.info = state.module.C_GetTokenInfo(known.slot)
      if (known.info.serialNumber === serialNumber) return known
      forgetToken(state, name)
    }
    const slot = askSlots(state).get(name)
    const token = slot === undefined ? undefined : openToken(state, name, slot)
    if (token !== undefined) return token
  } catch (thrown) {
    if (!isTokenGone(thrown)) throw thrown
    forgetToken(state, name)
  }
  throw new AppError(state.blanks.has(name) ? 'token.notInitialised' : 'token.absent')
}

export function checkPinLength({ info }: Pick<KnownToken, 'info'>, pin: string): void {
  const [minLength, maxLength] = [info.minPinLen, info.maxPinLen]
  // A PIN of an impossible length would burn a try on some tokens. Modules that tell no limits say 0 or ~0.
  const isLimited = maxLength > 0 && minLength <= maxLength
  const length = Buffer.byteLength(pin)
  if (isLimited && (length < minLength || length > maxLength)) {
    throw new AppError('token.pinLength', { details: { minLength, maxLength } })
  }
}

/** The session ended before the PIN went out: why. */
function whoIsThere(state: WorkerState, name: string, serialNumber: string): AppError {
  forgetToken(state, name)
  const slot = askSlots(state).get(name)
  const token = slot === undefined ? undefined : openToken(state, name, slot)
  const isOther = token !== undefined && trimField(token.info.serialNumber) !== serialNumber
  return new AppError(isOther ? 'token.otherToken' : 'token.absent')
}

/** A refused login as the user has to know it, with the token's flags read again. */
export function toUnlockError(
  state: Pick<WorkerState, 'module'>,
  token: Pick<KnownToken, 'slot' | 'info'>,
  thrown: unknown,
): unknown {
  if (!(thrown instanceof AppError)) return thrown
  if (isRefusal(thrown, 'PIN_LOCKED')) return withPinState(thrown, 'locked')
  if (!isRefusal(thrown, 'PIN_INCORRECT', 'PIN_INVALID', 'PIN_LEN_RANGE')) return thrown
  try {
    token.info = state.module.C_GetTokenInfo(token.slot)
  } catch {
    // Without its flags the refusal is still what has to be told.
    return thrown
  }
  return withPinState(thrown, toPinState(token.info.flags))
}

/** The last wrong PIN is refused as incorrect, with the flag already saying locked: that is what the user must know. */
function withPinState({ failure }: AppError, pinState: string): AppError {
  const code = pinState === 'locked' ? 'token.pinLocked' : failure.code
  return new AppError(code, { details: { ...failure.details, pinState } })
}
