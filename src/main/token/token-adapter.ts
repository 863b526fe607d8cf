import { createHash } from 'node:crypto'
import { AppError } from '../app-error.ts'
import type { Token, TokenPair, UnlockedToken } from '../renewal/ports.ts'
import { readCertificate, readExactCertificate } from '../x509/certificate.ts'
import type { LocatedToken, TokenModules } from './token-modules.ts'

/** The renewal's token port over the driver modules. */
export function createToken(modules: TokenModules): Token {
  return {
    findPair: async (publicKeySha256) => {
      const known = findPair(modules, publicKeySha256)
      if (known !== undefined) return known
      // What was listed may be older than what this program or another one has written since.
      await modules.refresh()
      const pair = findPair(modules, publicKeySha256)
      if (pair === undefined) throw new AppError('token.absent')
      return pair
    },
    unlock: async (serialNumber, pin) => {
      const located = modules.locate(serialNumber)
      const resume = modules.pauseWatching(located.path)
      try {
        await located.process.request('unlock', { slot: located.token.slot, serialNumber, pin })
      } catch (error) {
        resume()
        // The tries left are shown with the next question.
        await modules.refresh()
        throw error
      }
      return createUnlockedToken(located, async () => {
        resume()
        await modules.refresh()
      })
    },
  }
}

function findPair(modules: TokenModules, publicKeySha256: string): TokenPair | undefined {
  for (const token of modules.states().flatMap((module) => module.tokens)) {
    const stored = token.certificates.find(
      ({ value }) => readExactCertificate(value)?.publicKey.sha256 === publicKeySha256,
    )
    if (stored !== undefined) {
      const { id, label, value } = stored
      return { tokenSerialNumber: token.serialNumber, cardNumber: token.serialNumber, id, label, certificate: value }
    }
  }
  return undefined
}

/** @param ended after the login, when others may use the token again */
function createUnlockedToken({ process, token }: LocatedToken, ended: () => Promise<void>): UnlockedToken {
  const { slot, serialNumber } = token
  const made = new Set<string>()
  return {
    serialNumber,
    hasMade: (id) => made.has(id),
    generateKeyPair: async ({ id, label, keyType }) => {
      const { publicKey } = await process.request('generateKeyPair', { slot, id, label, keyType })
      made.add(id)
      return publicKey
    },
    sign: async (id, text) => {
      const digest = new Uint8Array(createHash('sha256').update(text).digest())
      return (await process.request('sign', { slot, id, digest })).signature
    },
    writeCertificate: async ({ id, label, certificate }) => {
      const { subject, issuer, serialNumberDer } = readCertificate(certificate)
      const parts = { subject: subject.der, issuer: issuer.der, serialNumber: serialNumberDer }
      await process.request('writeCertificate', { slot, id, label, certificate, ...parts })
    },
    readCertificate: async (id) => (await process.request('readCertificate', { slot, id })).certificate,
    readPair: (id) => process.request('readPair', { slot, id }),
    removePair: async (id) => {
      await process.request('removePair', { slot, id })
    },
    removeNameless: async () => {
      await process.request('removeNameless', { slot })
    },
    lock: async () => {
      // The token may be gone, and its worker with it: then there is no login left to end.
      await process.request('lock', { slot }).catch(() => undefined)
      await ended()
    },
  }
}
