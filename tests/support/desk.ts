import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createPlatformSimulator,
  type PlatformSimulator,
  type PlatformSimulatorOptions,
} from '../../simulator/platform/platform-simulator.ts'
import { createForkSpawner } from '../../src/main/token/fork-spawner.ts'
import { createTokenProcess, type TokenProcess } from '../../src/main/token/token-process.ts'
import { readCertificate } from '../../src/main/x509/certificate.ts'
import type { EnrolledHolder } from '../../src/shared/demo/simulator-messages.ts'
import type { KeyType, TokenSnapshot } from '../../src/shared/token/messages.ts'
import { putSm2Pair, type Certify } from './sm2-pairs.ts'
import { createSkfStore, type SkfStore } from './softskf/store.ts'
import { createSoftHsmStore, softHsmModule, softHsmPin, type SoftHsmStore } from './softhsm.ts'

const root = join(import.meta.dirname, '../..')
const dayMs = 86_400_000

export const deskAccount = { account: 'demo', password: 'demo-password' } as const
export const deskPin = softHsmPin
export const tokenLabel = '测试 USB Key'
/** Where the first pairs of a key by SKF lie; of a form that the tools of vendors write. */
export const skfContainer = '{7C1B5D0A-2F6E-4C3B-9E61-0B1D6E4F2A11}'
const skfSerialNumber = 'SOFT0000000000001'

export const spawnForTests = createForkSpawner({
  pkcs11: join(root, 'src/main/token/worker/index.ts'),
  skf: join(root, 'src/main/token/skf/index.ts'),
  soft: join(root, 'simulator/token/worker.ts'),
})

interface DeskCertificate {
  readonly keyType: KeyType
  /** Validity in days from now. */
  readonly days: readonly [number, number]
  readonly label?: string
  readonly holder?: Partial<EnrolledHolder>
}

/** What stands on an office desk: a key, a platform (the simulator), and a folder for the program's data. */
export interface Desk {
  /** SoftHSM2; its environment is that of every worker, whatever the key. */
  readonly store: SoftHsmStore
  /** The key that speaks SKF, where this desk has one. */
  readonly skf?: SkfStore
  readonly simulator: PlatformSimulator
  readonly origin: string
  readonly userData: string
  readonly modulePath: string
  /** Base64, as the settings keep them: the platform's authorities, chosen by whoever sits at this desk. */
  readonly trustedAuthorities: readonly string[]
  /**
   * Makes a key on the token and lets the platform's CA certify it. Answers with the certificate (DER) and its id. By SKF
   * the label names the container; the key is an SM2 one, and openssl makes it.
   */
  put(certificate: DeskCertificate): Promise<{ readonly certificate: Uint8Array; readonly id: string }>
  /**
   * The encryption pair of the same holder, as a Chinese CA puts it beside the signing pair: an RSA key that only
   * decrypts. Answers with the certificate (DER) and its id. By SKF it is an SM2 key in this container. Not on the soft
   * token.
   */
  putEncryption(
    days: readonly [number, number],
    container?: string,
  ): Promise<{ readonly certificate: Uint8Array; readonly id: string }>
  /** Writes these octets as a certificate object, whatever they are. */
  putRaw(octets: Uint8Array): Promise<void>
  /** What stands in the newest SMS. */
  newestCode(): string
  remove(): Promise<void>
}

/** @param key SoftHSM2 through PKCS#11, the soft token that needs no native code, or the software key by SKF */
export async function createDesk(
  key: 'softhsm' | 'soft' | 'skf' = 'softhsm',
  options: Pick<PlatformSimulatorOptions, 'stateFile' | 'review'> = {},
): Promise<Desk> {
  const softHsm = createSoftHsmStore()
  softHsm.initToken(tokenLabel)
  const skf = key === 'skf' ? createSkfStore() : undefined
  skf?.addKey()
  const store = { ...softHsm, environment: { ...softHsm.environment, ...skf?.environment } }
  const simulator = await createPlatformSimulator({ smsResendMs: 0, ...options })
  const { origin } = await simulator.listen()
  // As an installed program finds it below the user's folder of settings: it takes no other one.
  const settings = mkdtempSync(join(tmpdir(), 'desk-'))
  const userData = join(settings, 'CertUserTool')
  mkdirSync(userData)
  const modulePath = skf?.modulePath ?? (key === 'softhsm' ? softHsmModule() : newSoftToken(userData))
  const by =
    (wanted: DeskCertificate): Certify =>
    (publicKey) =>
      simulator.enrol({ ...holder(wanted, skfSerialNumber), publicKey })
  return {
    store,
    ...(skf && { skf }),
    simulator,
    origin,
    userData,
    modulePath,
    trustedAuthorities: [...simulator.rootCertificates(), ...simulator.issuingCertificates()].map((der) =>
      Buffer.from(der).toString('base64'),
    ),
    put: (certificate) =>
      skf === undefined
        ? putCertificate(certificate, { store, simulator, modulePath })
        : putSm2Pair(skf, { container: certificate.label ?? skfContainer, role: 'signing', certify: by(certificate) }),
    putEncryption: (days, container = skfContainer) => {
      if (skf === undefined) return putEncryption(days, { store, simulator, modulePath })
      const wanted = { keyType: 'sm2', days, holder: { usage: 'encryption' } } as const
      return putSm2Pair(skf, { container, role: 'encryption', certify: by(wanted) })
    },
    putRaw: (octets) =>
      withToken({ store, simulator, modulePath }, async (token, { slot }) => {
        const parts = { subject: octets, issuer: octets, serialNumber: octets }
        await token.request('writeCertificate', { slot, id: '0a', label: '垃圾', certificate: octets, ...parts })
      }),
    newestCode: () => {
      const [newest] = [...simulator.inbox.list()].sort((one, other) => other.at - one.at)
      if (newest === undefined) throw new Error('no SMS has come')
      return newest.code
    },
    remove: async () => {
      await simulator.close()
      skf?.remove()
      store.remove()
      rmSync(settings, { recursive: true, force: true })
    },
  }
}

/** An empty file is a new soft token. */
function newSoftToken(folder: string): string {
  const path = join(folder, 'token.json')
  writeFileSync(path, '{}')
  return `soft-token:${path}`
}

type Place = Pick<Desk, 'store' | 'simulator' | 'modulePath'>

/** A login of its own, in a worker of its own. */
async function withToken<T>(
  { store, modulePath }: Place,
  action: (token: TokenProcess, found: TokenSnapshot) => Promise<T>,
): Promise<T> {
  const token = createTokenProcess({ spawn: spawnForTests, modulePath, environment: store.environment })
  try {
    const found = (await token.request('list', {})).tokens.find(({ pin }) => pin.initialised)
    if (found === undefined) throw new Error('the token is not there')
    const { slot, serialNumber } = found
    await token.request('unlock', { slot, serialNumber, pin: deskPin })
    const result = await action(token, found)
    await token.request('lock', { slot })
    return result
  } finally {
    token.stop()
  }
}

function putCertificate(wanted: DeskCertificate, place: Place) {
  return withToken(place, async (token, { slot, serialNumber }) => {
    const id = randomBytes(20).toString('hex')
    const label = wanted.label ?? '测试'
    const { publicKey } = await token.request('generateKeyPair', { slot, id, label, keyType: wanted.keyType })
    const certificate = await place.simulator.enrol({ ...holder(wanted, serialNumber), publicKey })
    const { subject, issuer, serialNumberDer } = readCertificate(certificate)
    const parts = { subject: subject.der, issuer: issuer.der, serialNumber: serialNumberDer }
    await token.request('writeCertificate', { slot, id, label, certificate, ...parts })
    return { certificate, id }
  })
}

async function putEncryption(days: readonly [number, number], place: Place) {
  const id = randomBytes(20).toString('hex')
  const label = '加密'
  const login = ['--token-label', tokenLabel, '--login', '--pin', deskPin]
  place.store.pkcs11Tool([
    ...[...login, '--keypairgen', '--key-type', 'rsa:2048', '--usage-decrypt', '--id', id, '--label', label],
  ])
  const file = join(place.store.folder, 'encryption-key.der')
  place.store.pkcs11Tool([...login, '--read-object', '--type', 'pubkey', '--id', id, '--output-file', file])
  const serialNumber = await withToken(place, (_token, found) => Promise.resolve(found.serialNumber))
  const wanted = { keyType: 'rsa-2048', days, holder: { usage: 'encryption' } } as const
  const publicKey = new Uint8Array(readFileSync(file))
  const certificate = await place.simulator.enrol({ ...holder(wanted, serialNumber), publicKey })
  place.store.writeObject({ token: tokenLabel, kind: 'cert', value: certificate, id, label })
  return { certificate, id }
}

function holder({ days: [from, to], holder: special }: DeskCertificate, cardNumber: string): EnrolledHolder {
  const now = Date.now()
  return {
    account: deskAccount.account,
    usage: 'signing',
    holderKind: 'organisation',
    creditCode: '91370100MA3C4D5E6K',
    subject: { province: '山东省', organisation: '济南测试有限公司', commonName: '济南测试有限公司' },
    cardNumber,
    notBefore: now + from * dayMs,
    notAfter: now + to * dayMs,
    ...special,
  }
}
