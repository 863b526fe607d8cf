import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronVersion } from '../builder-parts.ts'
import { architectures, platforms, type Arch, type System } from '../target.ts'
import { linuxElectron } from './linux.ts'
import { macElectron } from './mac.ts'
import { windowsElectron } from './windows.ts'
import { zip, type ZipEntry } from './zip.ts'

/**
 * Writes `electron-v<version>-<platform>-<arch>.zip` for every system, as electron-builder looks for them in a folder given
 * as `electronDist`. They start no window; the Linux one starts Node.
 */
export async function writeStubElectrons(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const version = electronVersion()
  for (const system of Object.keys(platforms) as System[])
    for (const arch of architectures) {
      const name = `electron-v${version}-${platforms[system]}-${arch}.zip`
      writeFileSync(join(folder, name), await zip(await stubFor(system, version, arch)))
    }
}

async function stubFor(system: System, version: string, arch: Arch): Promise<readonly ZipEntry[]> {
  switch (system) {
    case 'linux':
      return linuxElectron(version)
    case 'win':
      return windowsElectron(version, arch)
    case 'mac':
      return macElectron(version, arch)
  }
}
