import type {
  KeyReport,
  ReportedApplication,
  ReportedCall,
  ReportedContainer,
  ReportedDevice,
} from '../../shared/token/key-report.ts'
import { describeStored } from './describe-stored.ts'
import { formOfText } from './form-of-text.ts'

/** So many characters at the end of a serial number tell two keys apart. */
const endsInClear = 4

/** What an SKF library has answered, with whose it is masked. */
export function describeSkf({ form, exported, missing, devices, calls }: KeyReport): unknown {
  return { form, exported, missing, devices: devices.map(describeDevice), calls: calls.map(describeCall) }
}

/** Its name is often its serial number; its label is what somebody has called it. */
function describeDevice({ name, label, serialNumber, algorithms, applications, ...device }: ReportedDevice): unknown {
  return {
    name: formOfText(name, endsInClear),
    ...(serialNumber === undefined ? {} : { serialNumber: formOfText(serialNumber, endsInClear) }),
    ...(label === undefined ? {} : { label: formOfText(label) }),
    ...device,
    ...(algorithms === undefined ? {} : { algorithms: inHex(algorithms) }),
    applications: applications.map(describeApplication),
  }
}

/** The name is the vendor's or the CA's. */
function describeApplication({ containers, ...application }: ReportedApplication): unknown {
  return { ...application, containers: containers.map(describeContainer) }
}

/** Some tools name a container after its holder. */
function describeContainer({
  name,
  signingCertificate,
  encryptionCertificate,
  ...container
}: ReportedContainer): unknown {
  return {
    name: formOfText(name),
    nameLength: name.length,
    ...container,
    ...(signingCertificate === undefined ? {} : { signingCertificate: describeStored(signingCertificate) }),
    ...(encryptionCertificate === undefined ? {} : { encryptionCertificate: describeStored(encryptionCertificate) }),
  }
}

/** One line each: there are hundreds. */
function describeCall({ name, code, microseconds }: ReportedCall): string {
  return `${name} ${hex(code)} ${(microseconds / 1000).toFixed(2)} ms`
}

function inHex(numbers: Readonly<Record<string, number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, hex(number)]))
}

function hex(number: number): string {
  return `0x${number.toString(16).toUpperCase().padStart(8, '0')}`
}
