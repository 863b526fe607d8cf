import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './places.ts'

/** What electron-builder itself is made of: found from it, so that both speak of the same version. */
const fromRoot = createRequire(join(root, 'package.json'))
const fromBuilder = createRequire(fromRoot.resolve('electron-builder/package.json'))
const builderLibrary = fromBuilder.resolve('app-builder-lib/package.json')
const fromLibrary = createRequire(builderLibrary)

export const builderCommand = join(dirname(fromRoot.resolve('electron-builder/package.json')), 'cli.js')

/** The folder of its NSIS scripts. */
export const nsisTemplates = join(dirname(builderLibrary), 'templates/nsis')

/** The part of resedit (resources of Windows executables) that is used here. */
export interface ResourceEditor {
  readonly NtExecutable: {
    createEmpty(is32Bit: boolean, isDll: boolean): WindowsExecutable
    /** @param options.ignoreCert reads a signed one too; what is written of it has no signature */
    from(content: Uint8Array, options?: { readonly ignoreCert: boolean }): WindowsExecutable
  }
  readonly NtExecutableResource: { from(executable: WindowsExecutable): Resources }
  readonly Resource: {
    readonly VersionInfo: {
      createEmpty(): VersionInfo
      fromEntries(entries: readonly ResourceEntry[]): readonly VersionInfo[]
    }
  }
}

interface WindowsExecutable {
  generate(): ArrayBuffer
}

interface ResourceEntry {
  readonly type: number | string
  readonly id: number | string
  readonly lang: number
  readonly codepage: number
  readonly bin: ArrayBuffer
}

interface Resources {
  readonly entries: ResourceEntry[]
  outputResource(executable: WindowsExecutable): void
}

interface Language {
  readonly lang: number
  readonly codepage: number
}

interface VersionInfo {
  setFileVersion(version: string, language: number): void
  setProductVersion(version: string, language: number): void
  setStringValues(language: Language, values: Readonly<Record<string, string>>): void
  getAllLanguagesForStringValues(): readonly Language[]
  getStringValues(language: Language): Readonly<Record<string, string>>
  outputToResourceEntries(entries: ResourceEntry[]): void
}

export async function resourceEditor(): Promise<ResourceEditor> {
  return (await import(fromLibrary.resolve('resedit'))) as ResourceEditor
}

/** Reads Apple's property lists. */
export function readPropertyList(text: string): unknown {
  const { parse } = fromLibrary('plist') as { parse: (text: string) => unknown }
  return parse(text)
}

/** The version that the program is packed with. */
export function electronVersion(): string {
  const { version } = JSON.parse(readFileSync(fromRoot.resolve('electron/package.json'), 'utf8')) as { version: string }
  return version
}
