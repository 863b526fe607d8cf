/**
 * What an SKF library and the keys behind it answer to questions that need no PIN and change nothing: for the first
 * contact with a vendor that nobody here has met. Codes are those of GM/T 0016 (0x0A0000xx; 0 is success).
 */
import type { SymmetricAlgorithm } from './messages.ts'

/** One call into the library, in the order in which they were made. */
export interface ReportedCall {
  /** As in the standard, such as `SKF_EnumDev`. */
  readonly name: string
  readonly code: number
  readonly microseconds: number
}

/** How this library lays its structures out, as it was found; see main/token/skf. */
interface ReportedLayout {
  readonly ulongOctets: 4 | 8
  readonly alignment: 'packed' | 'natural'
  /** How many octets of DEVINFO the library writes. */
  readonly deviceInfoOctets: number
}

interface ReportedPin {
  readonly most: number
  readonly left: number
  readonly isDefault: boolean
}

export interface ReportedContainer {
  readonly name: string
  /** What SKF_GetContainerType says: 0 empty, 1 RSA, 2 SM2; vendors are not reliable here. */
  readonly type?: number
  /** DER as it is stored. */
  readonly signingCertificate?: Uint8Array
  readonly encryptionCertificate?: Uint8Array
  /** Length of what SKF_ExportPublicKey answers. */
  readonly signingKeyOctets?: number
  readonly encryptionKeyOctets?: number
}

export interface ReportedApplication {
  readonly name: string
  readonly userPin?: ReportedPin
  readonly administratorPin?: ReportedPin
  readonly containers: readonly ReportedContainer[]
}

export interface ReportedDevice {
  /** As SKF_EnumDev tells it; often the serial number. */
  readonly name: string
  readonly layout?: ReportedLayout
  readonly manufacturer?: string
  readonly issuer?: string
  readonly label?: string
  readonly serialNumber?: string
  /** `major.minor` */
  readonly hardware?: string
  readonly firmware?: string
  readonly symmetric?: readonly SymmetricAlgorithm[]
  /** The bits as they are told: AlgSymCap, AlgAsymCap, AlgHashCap, DevAuthAlgId. */
  readonly algorithms?: {
    readonly symmetric: number
    readonly asymmetric: number
    readonly hash: number
    readonly deviceAuthentication: number
  }
  readonly totalBytes?: number
  readonly freeBytes?: number
  readonly applications: readonly ReportedApplication[]
}

export interface KeyReport {
  /** How its functions were found: by name, by the names of 32-bit Windows, or in the table of SKF_GetFuncList. */
  readonly form: 'names' | 'decorated' | 'table'
  readonly exported: readonly string[]
  readonly missing: readonly string[]
  readonly devices: readonly ReportedDevice[]
  readonly calls: readonly ReportedCall[]
}
