import type { Arch } from '../target.ts'
import { commonFiles, executableFile } from './common-files.ts'
import { fuseWire } from './fuse-wire.ts'
import type { ZipEntry } from './zip.ts'

const link = 0o120777
const languages = ['zh_CN', 'zh_TW', 'en', 'de', 'ja']
const helpers = ['Electron Helper', 'Electron Helper (GPU)', 'Electron Helper (Plugin)', 'Electron Helper (Renderer)']

/** The app's folders as macOS has them, its fuses in the framework. */
export function macElectron(version: string, arch: Arch): readonly ZipEntry[] {
  const contents = 'Electron.app/Contents'
  const program = machO(arch)
  return [
    ...commonFiles(version),
    ...bundle(contents, { name: 'Electron', identifier: 'com.github.Electron', version, program }),
    { path: `${contents}/Resources/electron.icns`, content: '' },
    ...languages.map((language) => ({ path: `${contents}/Resources/${language}.lproj/locale.pak`, content: '' })),
    ...framework(`${contents}/Frameworks/Electron Framework.framework`, program),
    ...helpers.flatMap((name) =>
      bundle(`${contents}/Frameworks/${name}.app/Contents`, {
        ...{ name, identifier: 'com.github.Electron.helper', version, program },
      }),
    ),
  ]
}

interface Bundle {
  readonly name: string
  readonly identifier: string
  readonly version: string
  readonly program: Uint8Array
}

function bundle(contents: string, { name, identifier, version, program }: Bundle): readonly ZipEntry[] {
  return [
    { path: `${contents}/MacOS/${name}`, content: program, mode: executableFile },
    {
      path: `${contents}/Info.plist`,
      content: propertyList({
        CFBundleExecutable: name,
        CFBundleIdentifier: identifier,
        CFBundleName: name,
        CFBundleDisplayName: name,
        CFBundleIconFile: 'electron.icns',
        CFBundlePackageType: 'APPL',
        CFBundleShortVersionString: version,
        CFBundleVersion: version,
      }),
    },
  ]
}

function framework(folder: string, program: Uint8Array): readonly ZipEntry[] {
  const version = `${folder}/Versions/A`
  return [
    {
      path: `${version}/Electron Framework`,
      content: Buffer.concat([program, fuseWire()]),
      mode: executableFile,
    },
    ...languages.map((language) => ({ path: `${version}/Resources/${language}.lproj/locale.pak`, content: '' })),
    { path: `${folder}/Versions/Current`, content: 'A', mode: link },
    ...['Electron Framework', 'Resources'].map((name) => ({
      ...{ path: `${folder}/${name}`, content: `Versions/Current/${name}`, mode: link },
    })),
  ]
}

/** A header that says for whom, and nothing behind it. */
export function machO(arch: Arch): Buffer {
  const file = Buffer.alloc(4096)
  file.writeUInt32LE(0xfeed_facf, 0)
  file.writeUInt32LE(arch === 'arm64' ? 0x0100_000c : 0x0100_0007, 4)
  const executable = 2
  file.writeUInt32LE(executable, 12)
  return file
}

function propertyList(values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>${lines.join('')}</dict></plist>
`
}
