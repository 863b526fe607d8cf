import * as z from 'zod'

const versions = z.record(z.string(), z.string()).default({})

/** What is read of package.json. */
export const Manifest = z.object({
  dependencies: versions,
  devDependencies: versions,
  /** npm 11: whose install scripts may run. */
  allowScripts: z.record(z.string(), z.boolean()).default({}),
})
export type Manifest = Readonly<z.output<typeof Manifest>>

const LockedPackage = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().default(false),
  license: z.string().optional(),
  deprecated: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  peerDependencies: versions,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().default(false) })).default({}),
})
export type LockedPackage = Readonly<z.output<typeof LockedPackage>>

/** What is read of package-lock.json: each package by its folder, the project itself by ''. */
export const Lock = z.object({ lockfileVersion: z.int(), packages: z.record(z.string(), LockedPackage) })
export type Lock = Readonly<z.output<typeof Lock>>

/** What the rules look at; nothing of it comes from the network. */
export interface Project {
  readonly manifest: Manifest
  readonly lock: Lock
  /** Names of packages that the program's own code imports, and so are shipped, most of them within the bundles. */
  readonly imported: readonly string[]
  /** Folders (as in the lock file) of installed packages whose installation runs something. */
  readonly withScripts: readonly string[]
}

export interface Finding {
  readonly rule: string
  /** The package, with its version where it matters. */
  readonly subject: string
  readonly problem: string
}

export type Rule = (project: Project) => readonly Finding[]

/** `node_modules/a/node_modules/@b/c` → `@b/c` */
export function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** `name@version`, as in a finding. */
export function labelOf(folder: string, { version }: LockedPackage): string {
  return `${nameOf(folder)}@${version ?? '?'}`
}

/** Every package of the lock file but the project itself. */
export function lockedPackages({ packages }: Lock): readonly (readonly [folder: string, LockedPackage])[] {
  return Object.entries(packages).filter(([folder]) => folder !== '')
}
