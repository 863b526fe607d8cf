import type { TokenSnapshot } from '../../../shared/token/messages.ts'
import type { Handle } from './cryptoki.ts'
import { readObjects, refreshObjects } from './known-objects.ts'
import { areSlotsFresh, askSlots, distrustSlots, forgetToken, isTokenGone, openToken } from './known-tokens.ts'
import { isSessionGone } from './pkcs11-errors.ts'
import { toSnapshot } from './token-snapshot.ts'
import type { KnownToken, WorkerState } from './worker-state.ts'

/**
 * Native calls: 2 for the slots unless they were asked for within the last second; per new token 2 + 2 searches + 2 per
 * object; per known token 1 search (3 calls), and C_GetTokenInfo `withState`. Blank tokens are left out. A token that fails does not hide the
 * others: the failure comes out only when no token could be read.
 */
export function listTokens(state: WorkerState, withState: boolean): readonly TokenSnapshot[] {
  const wereFresh = areSlotsFresh(state)
  const read = (slots: ReadonlyMap<string, Handle>) => readSlots({ state, withState }, slots)
  const tokens = read(wereFresh ? state.slots : askSlots(state))
  return wereFresh && !areSlotsFresh(state) ? read(askSlots(state)) : tokens
}

interface Listing {
  readonly state: WorkerState
  readonly withState: boolean
}

function readSlots({ state, withState }: Listing, slots: ReadonlyMap<string, Handle>): readonly TokenSnapshot[] {
  const snapshots: TokenSnapshot[] = []
  const failures: unknown[] = []
  for (const [name, slot] of slots) {
    try {
      const token = refreshToken({ state, withState }, name) ?? readNewToken(state, name, slot)
      if (token !== undefined) snapshots.push(toSnapshot(token))
    } catch (thrown) {
      forgetToken(state, name)
      if (isTokenGone(thrown)) distrustSlots(state)
      else failures.push(thrown)
    }
  }
  if (snapshots.length === 0 && failures.length > 0) throw failures[0]
  return snapshots
}

/**
 * Undefined when it is not the token any more that was known here: its session has died with it (PKCS#11 v2.40, 5.6), or
 * another one tells its serial number.
 */
function refreshToken({ state, withState }: Listing, name: string): KnownToken | undefined {
  const token = state.tokens.get(name)
  if (token === undefined) return undefined
  try {
    const info = withState ? state.module.C_GetTokenInfo(token.slot) : token.info
    if (info.serialNumber === token.info.serialNumber) {
      token.info = info
      refreshObjects({ ...state, session: token.session }, token.objects)
      return token
    }
  } catch (thrown) {
    if (!isSessionGone(thrown)) throw thrown
  }
  forgetToken(state, name)
  return undefined
}

function readNewToken(state: WorkerState, name: string, slot: Handle): KnownToken | undefined {
  const token = openToken(state, name, slot)
  if (token !== undefined) readObjects({ ...state, session: token.session }, token.objects)
  return token
}
