import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { electronVersion } from '../builder-parts.ts'
import { windowsExecutable } from '../stub-electron/windows.ts'
import { architectures } from '../target.ts'
import { writeNsisPlugins } from './nsis-plugins.ts'

type Environment = Readonly<Record<string, string>>

/**
 * Puts the system's tools where electron-builder would put those that it loads down, and answers with the variables that
 * make it take them.
 */
export async function writeStandIns(folder: string): Promise<Environment> {
  return {
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7zz',
    ELECTRON_BUILDER_OSSL_SIGNCODE_PATH: '/usr/bin/osslsigncode',
    // No time stamp from the network.
    ELECTRON_BUILDER_OFFLINE: 'true',
    ...writeFpm(folder),
    ...writeAppImageTools(folder),
    ...(await writeNsis(folder)),
  }
}

function writeFpm(folder: string): Environment {
  const script = join(import.meta.dirname, 'fpm/fpm.ts')
  const path = join(folder, 'fpm')
  writeProgram(path, `exec "${process.execPath}" --disable-warning=ExperimentalWarning "${script}" "$@"`)
  return { CUSTOM_FPM_PATH: path }
}

/** The runtime in front of an AppImage mounts it; this one only has its place. */
function writeAppImageTools(folder: string): Environment {
  const tools = join(folder, 'appimage')
  mkdirSync(join(tools, 'runtimes'), { recursive: true })
  for (const name of ['mksquashfs', 'desktop-file-validate']) symlinkSync(`/usr/bin/${name}`, join(tools, name))
  for (const arch of architectures) {
    writeFileSync(join(tools, `runtimes/runtime-${arch}`), '#!/bin/sh\nexit 1\n'.padEnd(4096, '\n'))
    mkdirSync(join(tools, 'lib', arch), { recursive: true })
  }
  return { APPIMAGE_TOOLS_PATH: tools }
}

async function writeNsis(folder: string): Promise<Environment> {
  const nsis = join(folder, 'nsis')
  const resources = join(folder, 'nsis-resources')
  const wine = join(folder, 'wine')
  writeProgram(join(nsis, 'makensis'), 'exec /usr/bin/makensis "$@"')
  writeFileSync(join(nsis, 'elevate.exe'), await windowsExecutable(electronVersion(), 'ia32'))
  writeNsisPlugins(resources)
  // Wine only runs the half-made installer so that it writes its uninstaller: here it is a file without code.
  writeProgram(join(wine, 'bin/wine'), `cp "${join(nsis, 'elevate.exe')}" "\${1%exe}__uninstaller.exe"`)
  for (const name of ['wine-home', 'lib']) mkdirSync(join(wine, name))
  return {
    ELECTRON_BUILDER_NSIS_DIR: nsis,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: resources,
    ELECTRON_BUILDER_WINE_TOOLSET_DIR: wine,
  }
}

function writeProgram(path: string, line: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(
    path,
    `#!/bin/sh\n# Stands in for the tool that electron-builder would load down. For checks only.\n${line}\n`,
  )
  chmodSync(path, 0o755)
}
