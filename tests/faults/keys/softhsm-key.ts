import { constants, createHash, createPublicKey, publicEncrypt, randomBytes, verify } from 'node:crypto'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCertificate } from '../../../src/main/x509/certificate.ts'
import { usageOf } from '../../../src/main/x509/usage.ts'
import { deskPin, tokenLabel } from '../../support/desk.ts'
import { countedCalls } from '../../support/pkcs11-forwarder/counted-calls.ts'
import { createSoftHsmStore, softHsmModule, type SoftHsmStore } from '../../support/softhsm.ts'
import type { FaultyKey } from './key.ts'

const login = ['--token-label', tokenLabel, '--login', '--pin', deskPin]

interface StoredObject {
  readonly kind: 'Certificate' | 'Private' | 'Public' | 'Data'
  readonly id: string
}

/** A copy of a SoftHSM2 key behind the forwarder; other programs are pkcs11-tool. */
export function openSoftHsmKey(folder: string, forwarder: string): FaultyKey & { readonly store: SoftHsmStore } {
  const store = createSoftHsmStore()
  cpSync(join(folder, 'key'), join(store.folder, 'tokens'), { recursive: true })
  const [fault, counted] = [join(store.folder, 'fault'), join(store.folder, 'calls')]
  const counting = countedCalls(counted)
  return {
    ...{ interface: 'pkcs11', modulePath: forwarder, store },
    environment: {
      ...store.environment,
      FORWARDER_MODULE: softHsmModule(),
      FORWARDER_FAULT: `@${fault}`,
      FORWARDER_COUNT: counted,
    },
    fault: (text) => writeFileSync(fault, text),
    isArmed: () => existsSync(fault),
    mend: () => rmSync(fault, { force: true }),
    calls: counting.take,
    contents: () =>
      objects(store)
        .map(({ kind, id }) => `${kind} ${id}`)
        .sort(),
    usablePairs: () => usablePairs(store),
    signingCertificates: () => signingCertificates(store),
    decryptFile: ({ id, ciphertext }) => decrypt(store, id, Buffer.from(ciphertext, 'base64')).toString('base64'),
    removeAllBut: (ids) => {
      for (const { kind, id } of objects(store)) if (!ids.includes(id)) removeObject(store, kind, id)
    },
    remove: store.remove,
  }
}

function objects(store: SoftHsmStore): readonly StoredObject[] {
  const listing = store.pkcs11Tool([...login, '--list-objects'])
  return (
    listing
      // Of what a killed worker had only just begun, SoftHSM knows nothing but that it is there; it is no object of any kind.
      .replaceAll(/^Data object \d+\n(?: +\w+: +<empty>\n){4}/gm, '')
      .split(/(?=^(?:Certificate|Private Key|Public Key|Data|Secret Key) )/m)
      .filter((text) => / [Oo]bject/.test(text))
      .map((text) => ({
        kind: text.split(' ')[0] as StoredObject['kind'],
        id: /ID: +([0-9a-f]+)/.exec(text)?.[1] ?? '',
      }))
  )
}

function usablePairs(store: SoftHsmStore): readonly string[] {
  const found = objects(store)
  return certificateIds(found).filter(
    (id) => found.some((one) => one.kind === 'Private' && one.id === id) && works(store, id),
  )
}

function certificateIds(found: readonly StoredObject[]): readonly string[] {
  return found.filter(({ kind }) => kind === 'Certificate').map(({ id }) => id)
}

function signingCertificates(store: SoftHsmStore): readonly Uint8Array[] {
  return certificateIds(objects(store))
    .map((id) => readStored(store, id))
    .filter((der) => usageOf(readCertificate(der).extensions.keyUsage) !== 'encryption')
}

function works(store: SoftHsmStore, id: string): boolean {
  const certificate = readCertificate(readStored(store, id))
  const key = createPublicKey({ key: Buffer.from(certificate.publicKey.spki), format: 'der', type: 'spki' })
  const text = randomBytes(32)
  if (usageOf(certificate.extensions.keyUsage) === 'encryption') {
    const ciphertext = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, text)
    return decrypt(store, id, ciphertext).equals(text)
  }
  const isRsa = certificate.publicKey.algorithm === 'rsa'
  const mechanism = isRsa
    ? ['--mechanism', 'SHA256-RSA-PKCS']
    : ['--mechanism', 'ECDSA', '--signature-format', 'openssl']
  const input = isRsa ? text : createHash('sha256').update(text).digest()
  return verify('sha256', text, key, use(store, ['--sign', '--id', id, ...mechanism], input))
}

/** The certificate under this id (DER). */
function readStored(store: SoftHsmStore, id: string): Buffer {
  const file = join(store.folder, 'certificate')
  store.pkcs11Tool([...login, '--read-object', '--type', 'cert', '--id', id, '--output-file', file])
  return readFileSync(file)
}

function decrypt(store: SoftHsmStore, id: string, ciphertext: Uint8Array): Buffer {
  return use(store, ['--decrypt', '--id', id, '--mechanism', 'RSA-PKCS'], ciphertext)
}

function use(store: SoftHsmStore, action: readonly string[], input: Uint8Array): Buffer {
  const [from, to] = [join(store.folder, 'input'), join(store.folder, 'output')]
  writeFileSync(from, input)
  store.pkcs11Tool([...login, ...action, '--input-file', from, '--output-file', to])
  return readFileSync(to)
}

const types: Readonly<Record<StoredObject['kind'], string>> = {
  Certificate: 'cert',
  Private: 'privkey',
  Public: 'pubkey',
  Data: 'data',
}

function removeObject(store: SoftHsmStore, kind: StoredObject['kind'], id: string): void {
  store.pkcs11Tool([...login, '--delete-object', '--type', types[kind], '--id', id])
}
