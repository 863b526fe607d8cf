import { sm2, sm4 } from 'sm-crypto-v2'
import { readContainerId } from '../../../shared/token/container-id.ts'
import type { Encrypted, WrappedKey } from '../../../shared/token/messages.ts'
import { AppError } from '../../app-error.ts'
import { readSm2Cipher, type Sm2Cipher } from '../../x509/sm2-cipher.ts'
import { readEnvelopedKey } from '../../x509/sm2-enveloped-key.ts'
import { newSm2Key, type Sm2OpensslKey } from '../../x509/testing/openssl-sm2.ts'
import type { UnlockedToken } from '../ports.ts'

type Key = Pick<Sm2OpensslKey, 'spki' | 'number'>

/** The two pairs of one container. */
interface FakeContainer {
  signing?: Key
  encryption?: Key
  readonly certificates: { signing?: Uint8Array; encryption?: Uint8Array }
}

/** A key with containers, in memory, as the SKF worker answers for one; the arithmetic is sm-crypto-v2's. */
export interface FakeSkfToken {
  /** By name. */
  readonly containers: Map<string, FakeContainer>
  /** What it was asked to do, `operation id`. */
  readonly asked: string[]
  readonly unlocked: UnlockedToken
}

/** @param changes what this token does otherwise */
export function createFakeSkfToken(changes: Partial<UnlockedToken> = {}): FakeSkfToken {
  const containers: FakeSkfToken['containers'] = new Map()
  const asked: string[] = []
  const made = new Set<string>()
  const parts = { containers, asked, made }
  const unlocked: UnlockedToken = {
    serialNumber: 'S1',
    hasMade: (id) => made.has(id),
    hasWritten: () => false,
    ...keys(parts),
    ...certificates(parts),
    lock: () => Promise.resolve(),
    ...changes,
  }
  return { containers, asked, unlocked }
}

interface Parts extends Pick<FakeSkfToken, 'containers' | 'asked'> {
  /** Ids that this login has made. */
  readonly made: Set<string>
}

type Keys = Pick<UnlockedToken, 'generateKeyPair' | 'unwrapKey' | 'decrypt' | 'findKey' | 'sign'>

function keys({ containers, asked, made }: Parts): Keys {
  return {
    generateKeyPair: ({ id, keyType, unwraps }) => {
      asked.push(`make ${keyType}${unwraps === undefined ? '' : ' that unwraps'}`)
      made.add(id)
      const { container } = placeOf(containers, id)
      container.signing = newSm2Key()
      return Promise.resolve(new Uint8Array(container.signing.spki))
    },
    unwrapKey: async ({ id, unwrappingId, wrapped }) => {
      asked.push(`unwrap ${id}`)
      const { container } = placeOf(containers, id)
      container.encryption = await unwrap(keyOf(containers, unwrappingId), wrapped)
      made.add(id)
    },
    decrypt: (id, encrypted) => Promise.resolve(decrypt(keyOf(containers, id), encrypted)),
    findKey: () => Promise.resolve(undefined),
    sign: (id, text) => Promise.resolve(signSm2(keyOf(containers, id), text)),
  }
}

type Certificates = Omit<UnlockedToken, keyof Keys | 'serialNumber' | 'interface' | 'hasMade' | 'hasWritten' | 'lock'>

function certificates({ containers, asked }: Parts): Certificates {
  const place = (id: string) => placeOf(containers, id)
  return {
    writeCertificate: () => Promise.reject(new Error('not asked for')),
    readCertificate: (id) => Promise.resolve(place(id).container.certificates[place(id).role]),
    readPair: (id) => {
      const { container, role } = place(id)
      const certificate = container.certificates[role]
      const hasPrivateKey = container[role] !== undefined
      return Promise.resolve({ hasPrivateKey, ...(certificate && { certificate }) })
    },
    removePair: (id) => {
      asked.push(`remove ${id}`)
      const pair = readContainerId(id)
      if (pair?.role === 'signing') containers.delete(nameOf(pair.container))
      return Promise.resolve()
    },
    removeOnlyAs: (id, certificate) => {
      const { container } = place(id)
      if (container.encryption !== undefined || container.certificates.encryption !== undefined)
        return Promise.resolve('holds-more')
      const { signing } = container.certificates
      if (signing === undefined || !Buffer.from(signing).equals(certificate)) return Promise.resolve('other')
      asked.push(`remove ${id}`)
      containers.delete(nameOf(readContainerId(id)?.container ?? new Uint8Array()))
      return Promise.resolve(undefined)
    },
    removeNameless: () => Promise.resolve(),
  }
}

/** SM3withSM2, DER. */
export function signSm2({ number }: Key, text: Uint8Array): Uint8Array {
  const hex = sm2.doSignature(text, Buffer.from(number).toString('hex'), { hash: true, der: true })
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

function placeOf(containers: FakeSkfToken['containers'], id: string) {
  const pair = readContainerId(id)
  if (pair === undefined) throw new Error(`${id} is no container`)
  const name = nameOf(pair.container)
  const container: FakeContainer = containers.get(name) ?? { certificates: {} }
  containers.set(name, container)
  return { container, role: pair.role }
}

function keyOf(containers: FakeSkfToken['containers'], id: string): Key {
  const { container, role } = placeOf(containers, id)
  const key = container[role]
  if (key === undefined) throw new AppError('token.keyNotFound')
  return key
}

function nameOf(container: Uint8Array): string {
  return Buffer.from(container).toString('latin1')
}

/** A vendor's word for what it cannot decrypt. */
const refused = new AppError('token.failed', { details: { skf: '0x0A00001E', call: 'SKF_Decrypt' } })

async function unwrap(signing: Key, wrapped: WrappedKey): Promise<Key> {
  if (wrapped.keyEncryption !== 'sm2-enveloped') return Promise.reject(new AppError('token.unsupported'))
  const { encryptedKey, encryptedPrivateKey } = readEnvelopedKey(wrapped.envelopedKey)
  const number = sm4.decrypt(encryptedPrivateKey, openCipher(signing, encryptedKey), ecb)
  return { number: Buffer.from(number), spki: spkiOf(Buffer.from(number)) }
}

function decrypt(key: Key, encrypted: Encrypted): Uint8Array {
  if (encrypted.algorithm !== 'sm2-sm4-ecb') throw new AppError('token.unsupported')
  return new Uint8Array(sm4.decrypt(encrypted.ciphertext, openCipher(key, readSm2Cipher(encrypted.encryptedKey)), ecb))
}

const ecb = { mode: 'ecb', padding: 'none', output: 'array' } as const

function openCipher({ number }: Key, { x, y, hash, ciphertext }: Sm2Cipher): Uint8Array {
  const octets = Buffer.concat([x, y, hash, ciphertext]).toString('hex')
  const opened = sm2.doDecrypt(octets, Buffer.from(number).toString('hex'), 1, { output: 'array' })
  if (opened.length !== ciphertext.length) throw refused
  return opened
}

function spkiOf(number: Buffer): Buffer {
  const head = '3059301306072a8648ce3d020106082a811ccf5501822d034200'
  return Buffer.from(`${head}${sm2.getPublicKeyFromPrivateKey(number.toString('hex'))}`, 'hex')
}
