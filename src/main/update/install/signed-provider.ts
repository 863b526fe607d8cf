import { Provider, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PackageFile } from '../ports.ts'

/** What electron-updater is told of a package: its own words, made of what was signed. */
function updateInfoOf({ version, path, sha512, size }: PackageFile): UpdateInfo {
  const file = { url: basename(path), sha512, size }
  // Both fields of old are in its type still.
  const old = { path: file.url, sha512 }
  return { version, files: [file], releaseDate: new Date(0).toISOString(), ...old }
}

/** A provider that asks nobody: there is no second answer that could say something else than the signed one. */
export function providerOf(file: PackageFile) {
  const info = updateInfoOf(file)
  return class SignedProvider extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime)
    }

    getLatestVersion(): Promise<UpdateInfo> {
      return Promise.resolve(info)
    }

    resolveFiles({ files }: UpdateInfo): ResolvedUpdateFileInfo[] {
      return files.map((one) => ({ url: pathToFileURL(file.path), info: one }))
    }
  }
}
