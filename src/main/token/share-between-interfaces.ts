import type { StoredCertificate, TokenInterface } from '../../shared/token/messages.ts'
import { readExactCertificate } from '../x509/certificate.ts'
import type { ModuleState, ShownToken } from './module-state.ts'
import { isSameKey } from './same-key.ts'

/**
 * The same states, where of a key that speaks PKCS#11 and SKF (decision 0041) each certificate is left to the interface that
 * can work with its key: SM2 to SKF, everything else to PKCS#11. What only one of them tells stays with it. A token of which
 * nothing is left is not told at all; of an empty key the PKCS#11 token is.
 */
export function shareBetweenInterfaces(states: readonly ModuleState[]): readonly ModuleState[] {
  const told = states.flatMap(({ interface: spoken = 'pkcs11', tokens }) => tokens.map((token) => ({ spoken, token })))
  const keys = new Map(told.map((one) => [one.token, { ...one, partners: partnersOf(one, told) }]))
  const leftOf = (token: ShownToken) => keys.get(token)?.token.certificates.filter(isIts(keys.get(token))) ?? []
  const isTold = (token: ShownToken): boolean => {
    const { spoken, partners = [] } = keys.get(token) ?? {}
    if (partners.length === 0 || leftOf(token).length > 0) return true
    return spoken === 'pkcs11' && partners.every((partner) => leftOf(partner.token).length === 0)
  }
  return states.map((state) => ({
    ...state,
    tokens: state.tokens.filter(isTold).map((token) => share(token, keys.get(token)?.partners ?? [], leftOf(token))),
  }))
}

interface Told {
  readonly spoken: TokenInterface
  readonly token: ShownToken
}

interface OfKey extends Told {
  /** The tokens of the other interface that are the same key. */
  readonly partners: readonly Told[]
}

function partnersOf({ spoken, token }: Told, told: readonly Told[]): readonly Told[] {
  return told.filter((other) => other.spoken !== spoken && isSameKey(token, other.token))
}

function isIts(key: OfKey | undefined): (certificate: StoredCertificate) => boolean {
  return (certificate) => {
    const others = key?.partners.flatMap(({ token }) => token.certificates.filter(isEqual(certificate))) ?? []
    if (others.length === 0) return true
    // Without its key nothing can be done with it, by whichever interface.
    const isKeyless = certificate.key === 'missing'
    if (others.every((other) => other.key === 'missing') !== isKeyless) return !isKeyless
    return key?.spoken === interfaceFor(certificate)
  }
}

function isEqual({ value }: StoredCertificate): (other: StoredCertificate) => boolean {
  return (other) => value.length > 0 && Buffer.from(other.value).equals(value)
}

/** PKCS#11 has no SM2 (v2.40), and by SKF this program makes no RSA keys. */
function interfaceFor({ value }: StoredCertificate): TokenInterface {
  return readExactCertificate(value)?.publicKey.algorithm === 'sm2' ? 'skf' : 'pkcs11'
}

function share(token: ShownToken, partners: readonly Told[], left: readonly StoredCertificate[]): ShownToken {
  if (partners.length === 0) return token
  return {
    ...token,
    certificates: left,
    answeredElsewhere: token.certificates.filter((certificate) => !left.includes(certificate)),
    alsoKnownAs: [...new Set(partners.map((partner) => partner.token.serialNumber))],
    otherPins: partners.map((partner) => partner.token.pin),
  }
}
