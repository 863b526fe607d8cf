import type { UnlockedToken } from '../renewal/ports.ts'
import { readCertificate } from '../x509/certificate.ts'
import type { LocatedToken } from './token-modules.ts'

/** What one login has put on the token. */
interface OwnObjects {
  readonly made: Set<string>
  readonly written: Set<string>
}

/**
 * A token after login, over its worker.
 *
 * @param ended after the login, when others may use the token again
 */
export function createUnlockedToken(located: LocatedToken, ended: () => Promise<void>): UnlockedToken {
  const { process, token, interface: spoken } = located
  const own: OwnObjects = { made: new Set(), written: new Set() }
  return {
    serialNumber: token.serialNumber,
    interface: spoken,
    hasMade: (id) => own.made.has(id),
    hasWritten: (id) => own.written.has(id),
    ...keys(located, own),
    ...certificates(located, own),
    lock: async () => {
      // The token may be gone, and its worker with it: then there is no login left to end.
      await process.request('lock', { slot: token.slot }).catch(() => undefined)
      await ended()
    },
  }
}

type Keys = Pick<UnlockedToken, 'generateKeyPair' | 'unwrapKey' | 'decrypt' | 'findKey' | 'sign'>

function keys({ process, token: { slot } }: LocatedToken, { made }: OwnObjects): Keys {
  return {
    generateKeyPair: async (pair) => {
      const { publicKey } = await process.request('generateKeyPair', { slot, ...pair })
      made.add(pair.id)
      return publicKey
    },
    unwrapKey: async (key) => {
      await process.request('unwrapKey', { slot, ...key })
      made.add(key.id)
    },
    decrypt: async (id, encrypted) => (await process.request('decrypt', { slot, id, encrypted })).plaintext,
    findKey: async (publicKeySha256) => (await process.request('findKey', { slot, publicKeySha256 })).id,
    sign: async (id, text) => (await process.request('sign', { slot, id, text })).signature,
  }
}

type Certificates = Pick<
  UnlockedToken,
  'writeCertificate' | 'readCertificate' | 'readPair' | 'removePair' | 'removeOnlyAs' | 'removeNameless'
>

function certificates({ process, token: { slot } }: LocatedToken, { made, written }: OwnObjects): Certificates {
  const forget = (id: string) => {
    made.delete(id)
    written.delete(id)
  }
  return {
    writeCertificate: async ({ id, label, certificate }) => {
      const { subject, issuer, serialNumberDer } = readCertificate(certificate)
      const parts = { subject: subject.der, issuer: issuer.der, serialNumber: serialNumberDer }
      await process.request('writeCertificate', { slot, id, label, certificate, ...parts })
      written.add(id)
    },
    readCertificate: async (id) => (await process.request('readCertificate', { slot, id })).certificate,
    readPair: (id) => process.request('readPair', { slot, id }),
    removePair: async (id) => {
      await process.request('removePair', { slot, id })
      forget(id)
    },
    removeOnlyAs: async (id, certificate) => {
      const { kept } = await process.request('removePair', { slot, id, onlyAs: certificate })
      if (kept === undefined) forget(id)
      return kept
    },
    removeNameless: async () => {
      await process.request('removeNameless', { slot })
    },
  }
}
