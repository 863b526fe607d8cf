import { createPublicKey, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSm2Key } from '../../../src/main/x509/testing/openssl-sm2.ts'
import { countedCalls } from '../pkcs11-forwarder/counted-calls.ts'
import { buildSoftSkf } from './build.ts'
import type { SkfAbi, SkfForm } from './build.ts'

export const skfPin = '12345678'
export const skfAdministratorPin = '87654321'
const tries = 10

type Role = 'signing' | 'encryption'

/** One application of one device; the first of each where nothing is said. */
interface SkfPlace {
  readonly device?: string
  readonly application?: string
}

interface NewSkfKey {
  /** As SKF_EnumDev tells it; the serial number where nothing is said. */
  readonly device?: string
  readonly serialNumber?: string
  readonly label?: string
  readonly application?: string
  readonly pin?: string
  readonly adminPin?: string
}

interface SkfPairToPut extends SkfPlace {
  readonly container: string
  readonly role: Role
  /** PEM; a new SM2 key where nothing is said, and none with `null`. */
  readonly privateKey?: string | null
  /** DER, or whatever a key is to hold in its place. */
  readonly certificate?: Uint8Array
}

/** Keys of the software SKF module, as files that every other program can read: see store.h. */
export interface SkfStore {
  readonly folder: string
  readonly modulePath: string
  /** For every process that is to see these keys. */
  readonly environment: Readonly<Record<string, string>>
  /** Where the calls are counted, one name a line. */
  readonly callsFile: string
  /** A new device, or another application on a device that is there. Answers with where it is. */
  readonly addKey: (key?: NewSkfKey) => Required<SkfPlace>
  readonly containers: (place?: SkfPlace) => readonly string[]
  /** Puts a pair, or one half of it, where no driver of ours has its hands. Answers with its public key (SPKI, DER). */
  readonly putPair: (pair: SkfPairToPut) => { readonly publicKey: Uint8Array | undefined }
  /** Whether a login was left open. A real key would be open for every program then. */
  readonly isOpen: (place?: SkfPlace) => boolean
  /** PEM (PKCS#8). */
  readonly privateKey: (container: string, role: Role, place?: SkfPlace) => string | undefined
  readonly certificate: (container: string, role: Role, place?: SkfPlace) => Uint8Array | undefined
  /** How many containers and octets it holds at most. */
  readonly setRoom: (room: { containers?: number; octets?: number }, device?: string) => void
  readonly unplug: (device?: string) => void
  readonly plug: (device?: string) => void
  /** Takes a device away and puts this key in its place, under the same device name. */
  readonly replace: (key: NewSkfKey, device?: string) => void
  /** See faults.h; the oddities are those of a vendor and stay when the fault has struck. */
  readonly setFault: (fault: string) => void
  readonly clearFault: () => void
  readonly setOddities: (...oddities: readonly string[]) => void
  readonly calls: () => readonly string[]
  readonly remove: () => void
}

/** A store without a key in it. */
export function createSkfStore({ abi, form }: { readonly abi?: SkfAbi; readonly form?: SkfForm } = {}): SkfStore {
  // First: what cannot be built leaves no folder behind.
  const modulePath = buildSoftSkf(abi, form)
  const folder = mkdtempSync(join(tmpdir(), 'softskf-store-'))
  const file = (name: string): string => join(folder, name)
  mkdirSync(file('devices'))
  const callsFile = file('calls')
  return {
    ...{ folder, callsFile, modulePath },
    environment: {
      ...{ SOFTSKF_STORE: folder, SOFTSKF_COUNT: callsFile },
      ...{ SOFTSKF_FAULT: `@${file('fault')}`, SOFTSKF_ODD: `@${file('odd')}` },
    },
    ...keysIn(join(folder, 'devices')),
    setFault: (fault) => writeFileSync(file('fault'), fault),
    clearFault: () => rmSync(file('fault'), { force: true }),
    setOddities: (...oddities) => writeFileSync(file('odd'), oddities.join(',')),
    calls: () => countedCalls(callsFile).take(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function keysIn(devices: string) {
  const applicationFolder = ({ device, application }: SkfPlace = {}): string => {
    const applications = join(devices, device ?? firstName(devices), 'applications')
    return join(applications, application ?? firstName(applications))
  }
  const containerFile = (container: string, leaf: string, place?: SkfPlace): string =>
    join(applicationFolder(place), 'containers', container, leaf)
  const deviceFile = (device: string | undefined, leaf: string): string =>
    join(devices, device ?? firstName(devices), leaf)
  return {
    addKey: (key: NewSkfKey = {}) => addKey(devices, key),
    containers: (place?: SkfPlace) => names(join(applicationFolder(place), 'containers')),
    isOpen: (place?: SkfPlace) => existsSync(join(applicationFolder(place), 'open')),
    putPair: (pair: SkfPairToPut) => putPair(pair, (leaf) => containerFile(pair.container, leaf, pair)),
    privateKey: (container: string, role: Role, place?: SkfPlace) =>
      readIfThere(containerFile(container, `${role}.pem`, place))?.toString(),
    certificate: (container: string, role: Role, place?: SkfPlace) => {
      const octets = readIfThere(containerFile(container, `${role}.cer`, place))
      return octets && new Uint8Array(octets)
    },
    setRoom: ({ containers = 1000, octets = 262_144 }: { containers?: number; octets?: number }, device?: string) =>
      writeFileSync(deviceFile(device, 'room'), `${containers} ${octets}`),
    unplug: (device?: string) => {
      writeFileSync(deviceFile(device, 'absent'), '')
      writeFileSync(deviceFile(device, 'plugging'), randomUUID())
    },
    plug: (device?: string) => rmSync(deviceFile(device, 'absent'), { force: true }),
    replace: (key: NewSkfKey, device = firstName(devices)) => {
      renameSync(join(devices, device), join(devices, `.${randomUUID()}`))
      addKey(devices, { ...key, device })
    },
  }
}

function addKey(devices: string, key: NewSkfKey): Required<SkfPlace> {
  const { serialNumber = 'SOFT0000000000001', label = '测试 SM2 Key', application = 'CA-APP' } = key
  const { device = serialNumber, pin = skfPin, adminPin = skfAdministratorPin } = key
  const folder = join(devices, device)
  mkdirSync(join(folder, 'applications', application, 'containers'), { recursive: true })
  const pins = [pin, adminPin].map((text) => `${tries} ${tries} 1 ${text}\n`).join('')
  writeFileSync(join(folder, 'applications', application, 'pins'), pins)
  if (!existsSync(join(folder, 'serial'))) {
    writeFileSync(join(folder, 'label'), label)
    writeFileSync(join(folder, 'plugging'), randomUUID())
    // Last: without it the device is not there.
    writeFileSync(join(folder, 'serial'), serialNumber)
  }
  return { device, application }
}

function putPair(
  { role, privateKey = newSm2Key().pem.toString(), certificate }: SkfPairToPut,
  file: (leaf: string) => string,
) {
  mkdirSync(file(''), { recursive: true })
  if (privateKey !== null) writeFileSync(file(`${role}.pem`), privateKey)
  if (certificate !== undefined) writeFileSync(file(`${role}.cer`), certificate)
  return { publicKey: privateKey === null ? undefined : publicKeyOf(privateKey) }
}

function publicKeyOf(privateKey: string): Uint8Array {
  return new Uint8Array(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }))
}

function names(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
}

function firstName(folder: string): string {
  const [first] = names(folder)
  if (first === undefined) throw new Error(`nothing in ${folder}: add a key first`)
  return first
}

function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined
}
