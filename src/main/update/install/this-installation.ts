import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Installation, Installer } from '../ports.ts'
import { createAppImageInstaller } from './appimage.ts'
import type { PackageInstallerParts } from './package-installer.ts'

interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly cpu: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Of the packaged program; undefined where it runs from its sources. */
  readonly resourcesPath: string | undefined
  readonly program: Omit<PackageInstallerParts, 'kind' | 'config'>
}

/** How this copy came here, by what its package has left; undefined where it cannot replace itself. */
export function thisInstallation(surroundings: Surroundings): Installation | undefined {
  const { platform, cpu, environment, resourcesPath, program } = surroundings
  if (resourcesPath === undefined) return undefined
  const config = join(resourcesPath, 'app-update.yml')
  if (platform === 'win32') {
    return wasInstalled(resourcesPath)
      ? { kind: 'nsis', cpu, ...laterInstaller({ ...program, config, kind: 'nsis' }) }
      : undefined
  }
  if (platform !== 'linux') return undefined
  const ownFile = environment['APPIMAGE']
  if (ownFile !== undefined) {
    const { relaunch } = program
    return { kind: 'appimage', cpu, ownFile, ...createAppImageInstaller({ appImage: ownFile, relaunch }) }
  }
  const kind = packageKind(resourcesPath)
  return kind === undefined ? undefined : { kind, cpu, ...laterInstaller({ ...program, config, kind }) }
}

/** The installer leaves its uninstaller beside the program; a folder that was only unpacked has none. */
function wasInstalled(resourcesPath: string): boolean {
  return readdirSync(join(resourcesPath, '..')).some((name) => /^Uninstall .*\.exe$/i.test(name))
}

/** electron-builder writes it into its packages. */
function packageKind(resourcesPath: string): 'deb' | 'rpm' | undefined {
  const path = join(resourcesPath, 'package-type')
  const kind = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  return kind === 'deb' || kind === 'rpm' ? kind : undefined
}

/** electron-updater is large, and read when something is installed. */
function laterInstaller(parts: PackageInstallerParts): Installer {
  return {
    prepare: async (file) => {
      const { createPackageInstaller } = await import('./package-installer.ts')
      return createPackageInstaller(parts).prepare(file)
    },
  }
}
