import type { StoredCertificate, TokenInterface } from '../../shared/token/messages.ts'
import { AppError } from '../app-error.ts'
import type { Token, TokenLook, TokenPair } from '../renewal/ports.ts'
import { readCertificate, readExactCertificate } from '../x509/certificate.ts'
import { usageOf } from '../x509/usage.ts'
import { publicKeyOf } from './certificate-key.ts'
import type { ShownToken } from './module-state.ts'
import { createTokenClaims, type TokenClaims } from './token-claims.ts'
import type { TokenModules } from './token-modules.ts'
import { createUnlockedToken } from './unlocked-token.ts'

/** The renewal's token port over the driver modules; a login claims its token until it ends. */
export function createToken(modules: TokenModules, claims: TokenClaims = createTokenClaims()): Token {
  return {
    look: async (publicKeySha256) => {
      await modules.refresh()
      return lookAt(modules, publicKeySha256)
    },
    findPair: async (publicKeySha256) => {
      const known = findPair(modules, publicKeySha256)
      if (known !== undefined) return known
      // What was listed may be older than what this program or another one has written since.
      await modules.refresh()
      const pair = findPair(modules, publicKeySha256)
      if (pair === undefined) throw new AppError('token.absent')
      return pair
    },
    unlock: async (serialNumber, pin, publicKeySha256) => {
      const located = modules.locate(serialNumber, publicKeySha256)
      const release = claims.claim(located.serialNumbers)
      const resume = modules.pauseWatching(located.path, located.alongside)
      try {
        await located.process.request('unlock', { slot: located.token.slot, serialNumber, pin })
      } catch (error) {
        resume()
        // The tries left are shown with the next question, which nobody may ask before they are known.
        await modules.refresh()
        release()
        throw error
      }
      return createUnlockedToken(located, async () => {
        release()
        resume()
        await modules.refresh()
      })
    },
  }
}

interface Found {
  readonly interface: TokenInterface
  readonly token: ShownToken
  readonly stored: StoredCertificate
}

/** By the public key: labels, slots and serial numbers of tokens are not unique. */
function find(modules: TokenModules, publicKeySha256: string): Found | undefined {
  for (const { tokens, interface: spoken = 'pkcs11' } of modules.states()) {
    for (const token of tokens) {
      const stored = token.certificates.find((candidate) => publicKeyOf(candidate) === publicKeySha256)
      if (stored !== undefined) return { interface: spoken, token, stored }
    }
  }
  return undefined
}

function findPair(modules: TokenModules, publicKeySha256: string): TokenPair | undefined {
  const found = find(modules, publicKeySha256)
  if (found === undefined) return undefined
  const { id, label, value } = found.stored
  const { serialNumber, certificates, answeredElsewhere = [], symmetric } = found.token
  const isIdShared = [...certificates, ...answeredElsewhere].some(
    (other) => other.id === id && publicKeyOf(other) !== publicKeySha256,
  )
  return {
    ...{ tokenSerialNumber: serialNumber, cardNumber: serialNumber, interface: found.interface },
    ...(symmetric === undefined ? {} : { symmetric }),
    ...{ id, label, certificate: value, isIdShared },
  }
}

function lookAt(modules: TokenModules, publicKeySha256: string): TokenLook {
  const found = find(modules, publicKeySha256)
  if (found === undefined) throw whyAbsent(modules)
  const { token, stored } = found
  const subject = readCertificate(stored.value).subject.der
  const hasEncryption = token.certificates.some(({ value }) => {
    const other = readExactCertificate(value)
    if (other === undefined || usageOf(other.extensions.keyUsage) !== 'encryption') return false
    return Buffer.from(other.subject.der).equals(subject)
  })
  const { serialNumber, pin, freeBytes } = token
  return {
    ...{ serialNumber, pin: pin.state, key: stored.key, hasEncryption },
    ...(pin.triesLeft === undefined ? {} : { triesLeft: pin.triesLeft }),
    ...(freeBytes === undefined ? {} : { freeBytes }),
  }
}

function whyAbsent(modules: TokenModules): AppError {
  const states = modules.states()
  if (states.some(({ tokens }) => tokens.length > 0)) return new AppError('token.otherToken')
  const failed = states.find(({ state }) => state === 'failed')?.failure
  if (failed !== undefined) return new AppError(failed.code, { details: failed.details })
  return new AppError(states.length === 0 ? 'token.noModule' : 'token.absent')
}
