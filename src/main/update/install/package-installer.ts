import { DebUpdater, NsisUpdater, RpmUpdater, type BaseUpdater } from 'electron-updater'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../app-error.ts'
import { sha512Of } from '../download/hash-of.ts'
import type { Installer, PackageFile } from '../ports.ts'
import { providerOf } from './signed-provider.ts'

export interface PackageInstallerParts {
  readonly kind: 'nsis' | 'deb' | 'rpm'
  /** Of the program that runs. */
  readonly version: string
  readonly name: string
  /** Where electron-updater puts what it installs. */
  readonly folder: string
  /** app-update.yml of the package, which names the publisher on Windows; it need not be there. */
  readonly config: string
  readonly relaunch: () => void
  readonly log: (line: string) => void
}

const updaters = { nsis: NsisUpdater, deb: DebUpdater, rpm: RpmUpdater } as const

/**
 * Installs by electron-updater, which knows how each system does it, and checks the publisher on Windows. It neither looks
 * for updates nor downloads them here: what it is given has been checked, and is checked again where it puts it.
 */
export function createPackageInstaller(parts: PackageInstallerParts): Installer {
  return {
    prepare: async (file) => {
      // electron-updater hands the path to a shell, in single quotes.
      if (parts.kind !== 'nsis' && parts.folder.includes("'")) throw new AppError('update.installFailed')
      const { updater, lastError } = await createUpdater(parts, file)
      try {
        if ((await updater.checkForUpdates())?.isUpdateAvailable !== true)
          throw new Error('not taken as another version')
        await updater.downloadUpdate()
      } catch (thrown) {
        throw toInstallError(thrown)
      }
      return {
        install: () => {
          // With its own pages, and with the program started again after it.
          if (updater.install(false, true)) return Promise.resolve()
          return Promise.reject(new AppError('update.installFailed', { cause: lastError() }))
        },
      }
    },
  }
}

async function createUpdater(parts: PackageInstallerParts, file: PackageFile) {
  const updater: BaseUpdater = new updaters[parts.kind](null, await adapterOf(parts))
  let failure: unknown
  updater.on('error', (error) => {
    failure = error
  })
  Object.assign(updater, {
    // Of the library's own use, and not in its types: what it would fetch is taken from the disk.
    httpExecutor: { download: (_url: URL, destination: string) => copyChecked(file, destination) },
    logger: { info: parts.log, warn: parts.log, error: parts.log },
    ...{ autoDownload: false, autoInstallOnAppQuit: false, allowDowngrade: true },
    ...{ disableWebInstaller: true, disableDifferentialDownload: true, forceDevUpdateConfig: true },
  })
  updater.setFeedURL({ provider: 'custom', updateProvider: providerOf(file) })
  return { updater, lastError: () => failure }
}

async function adapterOf({ version, name, folder, config, relaunch }: PackageInstallerParts) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const own = join(folder, 'app-update.yml')
  if (!existsSync(config)) await writeFile(own, 'updaterCacheDirName: updater\n')
  return {
    ...{ version, name, isPackaged: true, userDataPath: folder, baseCachePath: folder },
    appUpdateConfigPath: existsSync(config) ? config : own,
    whenReady: () => Promise.resolve(),
    relaunch,
    // The program ends by itself, as it always does.
    quit: () => undefined,
    onQuit: () => undefined,
  }
}

/** The copy is what will be run: it is the one that has to be right. */
async function copyChecked({ path, sha512 }: PackageFile, destination: string): Promise<void> {
  await copyFile(path, destination)
  if ((await sha512Of(destination)) !== sha512) throw new AppError('update.corrupt')
}

function toInstallError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const isForeign = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_UPDATER_INVALID_SIGNATURE'
  return new AppError(isForeign ? 'update.publisher' : 'update.installFailed', { cause: thrown })
}
