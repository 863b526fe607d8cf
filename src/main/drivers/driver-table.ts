import * as z from 'zod'
import type { Sm2Capability } from '../../shared/token/messages.ts'
import builtIn from '../../../resources/drivers.json' with { type: 'json' }

/** What the USB bus tells about a device's maker and model: four lower-case hex digits each. */
const UsbIdEntry = z.object({
  vendorId: z.string().regex(/^[0-9a-f]{4}$/),
  productId: z.string().regex(/^[0-9a-f]{4}$/),
})

const DriverModuleEntry = z.object({
  os: z.enum(['windows', 'linux', 'macos']),
  bits: z.union([z.literal(32), z.literal(64)]),
  /** As in `process.arch`; left out, the file's own header tells. */
  cpu: z.string().max(20).optional(),
  /** PKCS#11 v2.20 or later, or SKF (GM/T 0016). */
  interface: z.enum(['pkcs11', 'skf']),
  /** %VARIABLE%, ~ and * in place of one folder are allowed; a bare name is looked for where the system keeps libraries. */
  path: z.string().min(1).max(300),
})

const DriverEntry = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  vendor: z.string().min(1).max(60),
  model: z.string().min(1).max(60),
  usb: z.array(UsbIdEntry).max(50),
  modules: z.array(DriverModuleEntry).max(100),
  // SECURITY(15): opened in the user's browser, so nothing but a web page over TLS.
  page: z
    .url({ protocol: /^https$/, hostname: z.regexes.domain })
    .max(300)
    .optional(),
  /** How this driver's PKCS#11 makes SM2 key pairs: numbers of the vendor's own (from CKM_VENDOR_DEFINED on), never CKM_EC_*. */
  sm2: z
    .object({
      keyGeneration: z.int().min(0x8000_0000).max(0xffff_ffff),
      keyType: z.int().min(0).max(0xffff_ffff),
    })
    .optional(),
  /** `verified`: this program has worked with it. `reported`: a source says so. `guess`: read out of names. */
  evidence: z.enum(['verified', 'reported', 'guess']),
  source: z.string().max(100),
})

export type UsbId = Readonly<z.output<typeof UsbIdEntry>>
export type DriverModule = Readonly<z.output<typeof DriverModuleEntry>>

export interface Driver {
  readonly id: string
  readonly vendor: string
  readonly model: string
  readonly usb: readonly UsbId[]
  readonly modules: readonly DriverModule[]
  readonly page?: string | undefined
  readonly sm2?: Sm2Capability | undefined
  readonly evidence: 'verified' | 'reported' | 'guess'
  readonly source: string
}

export interface DriverTable {
  readonly version: number
  /** ISO 8601 in UTC. */
  readonly issuedAt: string
  readonly drivers: readonly Driver[]
}

/**
 * `resources/drivers.json`: which driver files belong to which key. `kind` keeps another signed file from being taken for
 * this one. Fields that a newer table may have are left out, not refused.
 */
export const DriverTableFile: z.ZodType<DriverTable> = z
  .object({
    kind: z.literal('drivers'),
    version: z.int().positive(),
    issuedAt: z.iso.datetime(),
    drivers: z.array(DriverEntry).min(1).max(2000),
  })
  .refine(({ drivers }) => new Set(drivers.map(({ id }) => id)).size === drivers.length)
  .readonly()

/** The table that this version of the program brings along. Throws where the file in the repository is wrong. */
export function builtInDriverTable(): DriverTable {
  return DriverTableFile.parse(builtIn)
}
