import { createHash, createPublicKey } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readCertificate } from '../../../src/main/x509/certificate.ts'
import { sm2Decrypt, sm4 } from '../../../src/main/x509/testing/openssl-sm2.ts'
import { readContainerId, toContainerId, type ContainerPair } from '../../../src/shared/token/container-id.ts'
import { createSkfStore, type SkfStore } from '../../support/softskf/store.ts'
import { countedCalls } from '../../support/pkcs11-forwarder/counted-calls.ts'
import type { FaultyKey } from './key.ts'
import type { OtherKey } from './other-key.ts'

type Role = ContainerPair['role']
const roles: readonly Role[] = ['signing', 'encryption']

/** A copy of a key of the software SKF module, which is looked into as files; whoever uses its keys is openssl. */
export function openSkfKey(folder: string): FaultyKey {
  const store = createSkfStore()
  cpSync(join(folder, 'key'), join(store.folder, 'devices'), { recursive: true })
  const fault = join(store.folder, 'fault')
  const usablePairs = () => pairsOf(store).filter((pair) => works(store, pair))
  return {
    ...{ interface: 'skf', modulePath: store.modulePath, environment: store.environment },
    fault: store.setFault,
    isArmed: () => existsSync(fault),
    mend: store.clearFault,
    calls: countedCalls(store.callsFile).take,
    contents: () => contentsOf(store),
    usablePairs: () => usablePairs().map(idOf),
    signingCertificates: () =>
      usablePairs().flatMap((pair) => (pair.role === 'signing' ? [certificateOf(store, pair)] : [])),
    decryptFile: ({ id, ciphertext, encryptedKey = '' }) => {
      const pem = Buffer.from(privateKeyOf(store, id))
      const key = sm2Decrypt({ pem }, Buffer.from(encryptedKey, 'base64'))
      return sm4('-d', key, Buffer.from(ciphertext, 'base64')).toString('base64')
    },
    removeAllBut: (ids) => {
      const kept = ids.map((id) => nameOf(id))
      for (const name of store.containers())
        if (!kept.includes(name)) rmSync(containerFolder(store, name), { recursive: true })
    },
    remove: store.remove,
  }
}

/** Somebody else's key, with the same PIN. */
export function openOtherSkfKey(): OtherKey {
  const store = createSkfStore()
  store.addKey({ serialNumber: 'OTHER00000000001', label: '另一把 USB Key' })
  store.putPair({ container: 'another', role: 'signing' })
  return { environment: store.environment, contents: () => contentsOf(store).join('\n'), remove: store.remove }
}

interface Pair {
  readonly container: string
  readonly role: Role
}

function idOf({ container, role }: Pair): string {
  return toContainerId({ container: Buffer.from(container), role })
}

function nameOf(id: string): string {
  return Buffer.from(readContainerId(id)?.container ?? []).toString()
}

function pairsOf(store: SkfStore): readonly Pair[] {
  return store.containers().flatMap((container) => roles.map((role) => ({ container, role })))
}

/** Its certificate is there, and the key beside it is the certificate's. */
function works(store: SkfStore, { container, role }: Pair): boolean {
  const [key, certificate] = [store.privateKey(container, role), store.certificate(container, role)]
  if (key === undefined || certificate === undefined) return false
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return spki.equals(readCertificate(certificate).publicKey.spki)
}

function certificateOf(store: SkfStore, { container, role }: Pair): Uint8Array {
  return store.certificate(container, role) ?? new Uint8Array()
}

function privateKeyOf(store: SkfStore, id: string): string {
  return store.privateKey(nameOf(id), readContainerId(id)?.role ?? 'signing') ?? ''
}

/** The one device with the one application that a world has. */
function containerFolder(store: SkfStore, name: string): string {
  const devices = join(store.folder, 'devices')
  const applications = join(devices, readdirSync(devices)[0] ?? '', 'applications')
  return join(applications, readdirSync(applications)[0] ?? '', 'containers', name)
}

function contentsOf(store: SkfStore): readonly string[] {
  return store
    .containers()
    .flatMap((name) => [`container ${name}`, ...filesOf(containerFolder(store, name)).map((file) => `${name} ${file}`)])
    .sort()
}

/** Each with what it holds, in short. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
    return `${name} ${hash.slice(0, 8)}`
  })
}
