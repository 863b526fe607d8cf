import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import type { TokenHandlers, TokenInput, TokenOutput } from '../../src/shared/token/messages.ts'
import { decrypt, unwrapKey } from './soft-encryption.ts'
import { generateKeys, toKeyObjects, toPrivateKeyObject } from './soft-key-pair.ts'
import { changePin, unblockPin } from './soft-pin.ts'
import type { SoftSession } from './soft-session.ts'
import { signText } from './soft-signature.ts'
import { SoftTokenError } from './soft-token-error.ts'
import type { SoftObject, SoftPrivateKey, SoftToken } from './soft-token-file.ts'
import { freeBytes, softSlot, toSnapshot } from './soft-token-snapshot.ts'

/** What the soft token answers, once it is open: the same as the PKCS#11 worker. */
export function createSoftTokenHandlers(path: string, session: SoftSession): Omit<TokenHandlers, 'open'> {
  return {
    list: () => {
      const token = session.token()
      return { tokens: token === undefined ? [] : [toSnapshot(token)] }
    },
    poll: () => ({ slots: session.token() === undefined ? [] : [softSlot] }),
    ...createLoginHandlers(path, session),
    generateKeyPair: (input) => generateKeyPair(session, input),
    sign: ({ id, text }) => ({ signature: signText(privateKeyOf(session, id), text) }),
    unwrapKey: (input) => {
      unwrapPrivateKey(session, input)
      return {}
    },
    decrypt: ({ id, encrypted }) => ({ plaintext: decrypt(privateKeyOf(session, id), encrypted) }),
    findKey: ({ publicKeySha256 }) => findKey(session.unlockedToken(), publicKeySha256),
    writeCertificate: ({ id, label, certificate }) => {
      add(session, [{ kind: 'certificate', id, label, value: Buffer.from(certificate).toString('base64') }])
      return {}
    },
    readPair: ({ id }) => readPair(session.unlockedToken(), id),
    readCertificate: ({ id }) => toCertificate(session.unlockedToken(), id),
    removePair: ({ id }) => remove(session, (object) => id !== '' && object.id === id),
    removeNameless: () => {
      // A pair is written here in one piece, so there are no half ones; and whole ones are never removed for their name.
      session.unlockedToken()
      return { removed: 0 }
    },
    report: () => ({}),
  }
}

type LoginHandlers = Pick<TokenHandlers, 'unlock' | 'lock' | 'changePin' | 'unblockPin'>

function createLoginHandlers(path: string, session: SoftSession): LoginHandlers {
  return {
    unlock: (login) => {
      session.unlock(login)
      return {}
    },
    lock: () => {
      session.lock()
      return {}
    },
    changePin: (input) => {
      changePin(path, session.lockedToken(input), input)
      return {}
    },
    unblockPin: (input) => {
      unblockPin(path, session.lockedToken(input), input)
      return {}
    },
  }
}

function generateKeyPair(
  session: SoftSession,
  { keyType, ...named }: TokenInput<'generateKeyPair'>,
): TokenOutput<'generateKeyPair'> {
  session.unlockedToken()
  const keys = generateKeys(keyType)
  add(session, toKeyObjects(named, keys))
  return { publicKey: Uint8Array.from(keys.publicKey.export({ type: 'spki', format: 'der' })) }
}

/** Only the private key comes out of it, as on a real token. */
function unwrapPrivateKey(session: SoftSession, input: TokenInput<'unwrapKey'>): void {
  const unwrapping = privateObjectOf(session, input.unwrappingId)
  if (unwrapping.unwraps !== true) throw new SoftTokenError('token.unsupported')
  const { id, label } = input
  add(session, [toPrivateKeyObject({ id, label, unwraps: true }, unwrapKey(toKey(unwrapping), input.wrapped))])
}

function findKey({ objects }: SoftToken, publicKeySha256: string): TokenOutput<'findKey'> {
  const found = objects.find((object) => object.id !== '' && hashOf(object) === publicKeySha256)
  return found === undefined ? {} : { id: found.id }
}

/** Hex SHA-256 of the SPKI; a certificate is no key. */
function hashOf(object: SoftObject): string | undefined {
  if (object.kind === 'certificate') return undefined
  const spki =
    object.kind === 'publicKey'
      ? Buffer.from(object.spki, 'base64')
      : createPublicKey(toKey(object)).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('hex')
}

function privateKeyOf(session: SoftSession, id: string): KeyObject {
  return toKey(privateObjectOf(session, id))
}

function privateObjectOf(session: SoftSession, id: string): SoftPrivateKey {
  const key = find(session.unlockedToken(), id, 'privateKey')
  if (key === undefined) throw new SoftTokenError('token.keyNotFound')
  return key
}

function toKey({ pkcs8 }: SoftPrivateKey): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' })
}

function readPair(token: SoftToken, id: string): TokenOutput<'readPair'> {
  const publicKey = find(token, id, 'publicKey')
  return {
    ...toCertificate(token, id),
    ...(publicKey === undefined ? {} : { publicKey: toBytes(publicKey.spki) }),
    hasPrivateKey: find(token, id, 'privateKey') !== undefined,
  }
}

function toCertificate(token: SoftToken, id: string): TokenOutput<'readCertificate'> {
  const certificate = find(token, id, 'certificate')
  return certificate === undefined ? {} : { certificate: toBytes(certificate.value) }
}

function add(session: SoftSession, objects: readonly SoftObject[]): void {
  if (freeBytes(session.unlockedToken()) < JSON.stringify(objects).length) throw new SoftTokenError('token.noRoom')
  session.setObjects((before) => [...before, ...objects])
}

function remove(session: SoftSession, isMeant: (object: SoftObject) => boolean): { readonly removed: number } {
  const removed = session.unlockedToken().objects.filter(isMeant).length
  if (removed > 0) session.setObjects((objects) => objects.filter((object) => !isMeant(object)))
  return { removed }
}

function find<K extends SoftObject['kind']>(
  token: SoftToken,
  id: string,
  kind: K,
): (SoftObject & { kind: K }) | undefined {
  return token.objects.find((object): object is SoftObject & { kind: K } => object.kind === kind && object.id === id)
}

function toBytes(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'))
}
