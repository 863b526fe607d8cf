import { AppError } from '../../../app-error.ts'
import type { TokenInput } from '../../../../shared/token/messages.ts'
import type { ContainerHandle } from '../native/handles.ts'
import { skfCodeOf } from '../skf-errors.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { signOctets, sm2Digest } from './sign-octets.ts'
import { signingPoint } from './signing-point.ts'
import { openForLogin, pairOf } from './with-container.ts'

interface Signing {
  readonly container: ContainerHandle
  /** Of the key that should sign: uncompressed, 65 octets. */
  readonly point: Uint8Array
  readonly text: Uint8Array
}

/**
 * SM3withSM2 with the default id, DER. Native calls: 1, and 1 to open the container, once. SKF_ECCSignData takes the
 * digest e = SM3(Z || text) by the standard, and there are libraries that hash by themselves: so every signature is
 * verified here before anybody gets it. When it is wrong the token is asked for its public key, since the certificate
 * beside a key may be that of another one; then the library is given the text, once. Codes token.signatureWrong;
 * token.keyNotFound; token.unsupported: the container holds no SM2 key.
 */
export function signText(state: SkfState, place: UnlockedPlace, { id, text }: TokenInput<'sign'>): Uint8Array {
  const pair = pairOf(id)
  if (pair.role !== 'signing') throw new AppError('token.unsupported', { details: { role: pair.role } })
  const container = openForLogin(state, place, pair)
  const listed = signingPoint(state, place, pair, 'listed')
  const first = listed === undefined ? undefined : signOnce(state, { container, point: listed, text })
  if (first !== undefined) return first
  const told = signingPoint(state, place, pair, 'told')
  if (told === undefined) throw new AppError('token.keyNotFound', { details: { detail: 'publicKey' } })
  const isOther = listed === undefined || !Buffer.from(told).equals(listed)
  const second = isOther ? signOnce(state, { container, point: told, text }) : undefined
  const signature = second ?? signMessage(state, { container, point: told, text })
  if (signature === undefined) throw new AppError('token.signatureWrong', { details: { call: 'SKF_ECCSignData' } })
  return signature
}

/** As this library has been seen to want it. */
function signOnce(state: SkfState, signing: Signing): Uint8Array | undefined {
  const octets = state.signsMessages ? signing.text : sm2Digest(signing)
  return signOctets(state.calls, signing, octets)
}

/** Whatever it answers to a text, it has been given a digest before: the signature is what is wrong. */
function signMessage(state: SkfState, signing: Signing): Uint8Array | undefined {
  if (state.signsMessages) return undefined
  try {
    const signature = signOctets(state.calls, signing, signing.text)
    state.signsMessages = signature !== undefined
    return signature
  } catch (thrown) {
    if (skfCodeOf(thrown) === undefined) throw thrown
    return undefined
  }
}
