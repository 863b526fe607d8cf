import * as z from 'zod'
import builtIn from '../../../resources/conflicts.json' with { type: 'json' }

/**
 * How much a name or a port tells by itself. Left out: no other program is known to bear it. `shared`: others bear it too.
 * `guess`: nobody has seen it. The last two need something else that fits before anything is said (decision 0025).
 */
const certainty = z.enum(['shared', 'guess']).optional()

/** Case does not count; * stands for any characters, and is never most of a name: a table must not name everything. */
const NamePattern = z
  .string()
  .max(80)
  .regex(/^[^*]*(\*[^*]*){0,3}$/)
  .refine((pattern) => pattern.replaceAll('*', '').length >= 5)

const Named = z.object({ name: NamePattern, certainty })

/** Part of a name of an installed program, of its publisher, or of an issuer. */
const NamePart = z.string().trim().min(2).max(60)

const ProductEntry = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  product: z.string().min(1).max(60),
  vendor: z.string().min(1).max(60),
  /** Whose it is: of CAs, by parts of their certificates' names, and of makers of keys, by the table of drivers. */
  belongsTo: z.object({ issuers: z.array(NamePart).max(20), makers: z.array(z.string().min(1)).max(20) }),
  processes: z.array(Named).max(50),
  /** Windows services, by name or display name. */
  services: z.array(Named).max(20),
  /** TCP ports of this computer that it listens on. */
  ports: z.array(z.object({ port: z.int().min(1).max(65_535), certainty })).max(50),
  /** Folders of its own, as one or more steps of a path: `EnterSafe\ePass3000GM`. */
  folders: z.array(z.string().min(4).max(100)).max(20),
  /** As 控制面板 lists it. */
  installed: z.array(NamePart).max(20),
  /** How a user ends it, step by step, in Chinese. */
  quit: z.array(z.string().min(1).max(200)).min(1).max(8),
  /** What does not work, or may be lost, when it has ended. */
  effect: z.string().min(1).max(200),
  /** `verified`: this program has met it. `reported`: a source says so. `guess`: read out of names. */
  evidence: z.enum(['verified', 'reported', 'guess']),
  source: z.string().min(1).max(100),
})

export type Product = Readonly<z.output<typeof ProductEntry>>

export interface ConflictTable {
  readonly version: number
  /** ISO 8601 in UTC. */
  readonly issuedAt: string
  readonly products: readonly Product[]
}

/**
 * `resources/conflicts.json`: programs that hold keys, and how each is recognised and ended. `kind` keeps another signed
 * file from being taken for this one. Fields that a newer table may have are left out, not refused.
 */
export const ConflictTableFile: z.ZodType<ConflictTable> = z
  .object({
    kind: z.literal('conflicts'),
    version: z.int().positive(),
    issuedAt: z.iso.datetime(),
    products: z.array(ProductEntry).min(1).max(1000),
  })
  .refine(({ products }) => areDifferent(products.map(({ id }) => id)))
  // A row of 环境检测 is named by its product.
  .refine(({ products }) => areDifferent(products.map(({ product }) => product)))
  .refine(({ products }) => products.every(isRecognisable))
  .readonly()

/** The table that this version of the program brings along. Throws where the file in the repository is wrong. */
export function builtInConflictTable(): ConflictTable {
  return ConflictTableFile.parse(builtIn)
}

function areDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}

function isRecognisable({ processes, services, ports, folders, installed }: Product): boolean {
  return [processes, services, ports, folders, installed].some((signals) => signals.length > 0)
}
