import { constants, createHash, createPublicKey, publicEncrypt, randomBytes, verify } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCertificate } from '../../src/main/x509/certificate.ts'
import { usageOf } from '../../src/main/x509/usage.ts'
import { deskPin, tokenLabel } from '../support/desk.ts'
import type { World } from './world.ts'

/** Something was lost, or was done twice: what a scenario must never come to. */
class Loss extends Error {}

export function require(isTrue: boolean, loss: string): asserts isTrue {
  if (!isTrue) throw new Loss(loss)
}

const login = ['--token-label', tokenLabel, '--login', '--pin', deskPin]

export interface StoredObject {
  readonly kind: 'Certificate' | 'Private' | 'Public' | 'Data'
  readonly id: string
}

/** What pkcs11-tool finds on the token. */
export function objects({ store }: World): readonly StoredObject[] {
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

/** Ids of the pairs of certificate and key that do what they are for, as other programs find it. */
export function usablePairs(world: World): readonly string[] {
  const found = objects(world)
  const certificates = found.filter(({ kind }) => kind === 'Certificate')
  return certificates
    .map(({ id }) => id)
    .filter((id) => found.some((one) => one.kind === 'Private' && one.id === id) && works(world, id))
}

function works(world: World, id: string): boolean {
  const certificate = readCertificate(readStored(world, id))
  const key = createPublicKey({ key: Buffer.from(certificate.publicKey.spki), format: 'der', type: 'spki' })
  const text = randomBytes(32)
  if (usageOf(certificate.extensions.keyUsage) === 'encryption') {
    const ciphertext = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, text)
    return decryptStored(world, id, ciphertext).equals(text)
  }
  const isRsa = certificate.publicKey.algorithm === 'rsa'
  const mechanism = isRsa
    ? ['--mechanism', 'SHA256-RSA-PKCS']
    : ['--mechanism', 'ECDSA', '--signature-format', 'openssl']
  const input = isRsa ? text : createHash('sha256').update(text).digest()
  return verify('sha256', text, key, use(world, ['--sign', '--id', id, ...mechanism], input))
}

/** The certificate under this id (DER). */
function readStored(world: World, id: string): Buffer {
  const file = join(world.store.folder, 'certificate')
  world.store.pkcs11Tool([...login, '--read-object', '--type', 'cert', '--id', id, '--output-file', file])
  return readFileSync(file)
}

function decryptStored(world: World, id: string, ciphertext: Uint8Array): Buffer {
  return use(world, ['--decrypt', '--id', id, '--mechanism', 'RSA-PKCS'], ciphertext)
}

function use({ store }: World, action: readonly string[], input: Uint8Array): Buffer {
  const [from, to] = [join(store.folder, 'input'), join(store.folder, 'output')]
  writeFileSync(from, input)
  store.pkcs11Tool([...login, ...action, '--input-file', from, '--output-file', to])
  return readFileSync(to)
}

/** Rule 1: whatever has just died, the token holds no fewer pairs than at the start. */
export function requireNothingLost(world: World): void {
  const { template } = world
  const atStart = template.signing.length + (template.encryption === undefined ? 0 : 1)
  const usable = usablePairs(world)
  require(usable.length >= atStart, `usable pairs: ${usable.length} of ${atStart}`)
  requireOldFile(world)
}

function requireOldFile(world: World): void {
  const old = world.template.encryption
  if (old === undefined) return
  const decrypted = decryptStored(world, old.id, Buffer.from(old.ciphertext, 'base64')).toString('base64')
  require(decrypted === old.plaintext, 'an old file does not decrypt')
}

/** Exactly the new pairs, the old encryption pair, and the books of one renewal. */
export function requireCompleted(world: World, renewals = 1): void {
  const { template, simulator } = world
  const found = objects(world).filter(({ kind }) => kind !== 'Data')
  const isDual = template.encryption !== undefined
  require(!template.signing.some((id) => found.some((one) => one.id === id)), 'an old signing pair is still there')
  require(usablePairs(world).length ===
    (isDual ? 3 : renewals), `usable pairs at the end: ${usablePairs(world).length}`)
  // Three objects of each signing pair; of the encryption pairs the old one has three, the unwrapped one two.
  require(found.length === 3 * renewals + (isDual ? 5 : 0), `objects at the end: ${describe(found)}`)
  requireOldFile(world)
  const books = simulator.books()
  require(books.orders === renewals, `orders: ${books.orders}`)
  require(books.certificatesIssued === renewals, `certificates: ${books.certificatesIssued}`)
  require(books.encryptionCertificatesIssued === (isDual ? 1 : 0), `encryption: ${books.encryptionCertificatesIssued}`)
  require(books.confirmations === renewals && books.withdrawals === 0, `confirmations: ${JSON.stringify(books)}`)
  require(books.sms <= world.smsRequests, `SMS: ${books.sms} for ${world.smsRequests} requests`)
  requireChain(world, found)
}

/** openssl accepts what is on the token now. */
function requireChain(world: World, found: readonly StoredObject[]): void {
  const { store, template } = world
  const signing = found.filter(({ kind, id }) => kind === 'Certificate' && id !== template.encryption?.id)
  const pem = (der: Uint8Array) =>
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`
  const [issuers, leaf] = [join(store.folder, 'issuers.pem'), join(store.folder, 'leaf.pem')]
  writeFileSync(
    issuers,
    journalledChain(world)
      .map((der) => pem(Buffer.from(der, 'base64')))
      .join(''),
  )
  for (const { id } of signing) {
    writeFileSync(leaf, pem(readStored(world, id)))
    const said = execFileSync('openssl', ['verify', '-x509_strict', '-CAfile', issuers, leaf], { encoding: 'utf8' })
    require(said.includes(': OK'), `openssl does not accept the certificate: ${said}`)
  }
}

function journalledChain({ userData }: World): readonly string[] {
  return readJournals(userData)
    .flatMap((text) => text.trim().split('\n'))
    .flatMap((line) => (JSON.parse(line) as { readonly chain?: readonly string[] }).chain ?? [])
}

export function readJournals(userData: string): readonly string[] {
  const folder = join(userData, 'renewals')
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return names.map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** Exactly what was there at the start; the platform has no certificate that counts. */
export function requireUntouched(world: World): void {
  const { template, simulator } = world
  const ids = [...template.signing, ...(template.encryption === undefined ? [] : [template.encryption.id])]
  const found = objects(world)
  require(found.length === 3 * ids.length, `objects after giving up: ${describe(found)}`)
  require(found.every(({ id }) => ids.includes(id)), `foreign objects after giving up: ${describe(found)}`)
  requireNothingLost(world)
  require(simulator.books().confirmations === 0, 'confirmed although it was given up')
}

function describe(found: readonly StoredObject[]): string {
  return found.map(({ kind, id }) => `${kind} ${id.slice(0, 8)}`).join(', ')
}
