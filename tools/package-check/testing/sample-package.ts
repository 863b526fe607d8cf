import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronVersion, resourceEditor } from '../builder-parts.ts'
import { nativePartFor } from '../../packaging/koffi/koffi-files.ts'
import { workers32 } from '../../packaging/node32/workers-32.ts'
import { addonPath } from '../inspections/addon.ts'
import { openArchive } from '../program/archive.ts'
import { openProgram, type PackedProgram } from '../program/packed-program.ts'
import { elfHeader } from '../stub-electron/elf.ts'
import { linuxElectron } from '../stub-electron/linux.ts'
import { machO, macElectron } from '../stub-electron/mac.ts'
import { windowsElectron, windowsExecutable } from '../stub-electron/windows.ts'
import type { System } from '../target.ts'
import { writeKoffi, writeSampleArchive } from './sample-archive.ts'
import { writeEntries } from './write-entries.ts'

const version = electronVersion()

/** A small package that is right in everything, laid out as electron-builder does it, for an x64 system. */
export async function writeSamplePackage(folder: string, system: System): Promise<PackedProgram> {
  await layOut[system](folder)
  const resources = system === 'mac' ? join(folder, 'CertUserTool.app/Contents/Resources') : join(folder, 'resources')
  mkdirSync(join(resources, 'licenses'), { recursive: true })
  for (const name of ['license_zh_CN.txt', 'license_en_US.txt', 'third-party.txt'])
    writeFileSync(join(resources, 'licenses', name), licences(system))
  const archive = join(resources, 'app.asar')
  const scratch = join(folder, 'scratch')
  await writeSampleArchive(archive, scratch, { target: `${system}-x64`, file: await addons[system]() })
  rmSync(scratch, { recursive: true })
  await tellIntegrity[system](folder, openArchive(archive).headerSha256)
  const program = openProgram(folder, { system, arch: 'x64' })
  await turnFuses(program.executable)
  return program
}

function licences(system: System): string {
  const names = ['react', 'pkcs11js', 'koffi', nativePartFor(`${system}-x64`).name]
  return names.map((name) => `${name} 1.0.0 (MIT)\n`).join('')
}

const addons = {
  linux: () => elfHeader('x64'),
  win: () => windowsExecutable(version, 'x64'),
  mac: () => machO('x64'),
} as const

const layOut = {
  linux: (folder: string) => {
    writeEntries(folder, linuxElectron(version))
    renameSync(join(folder, 'electron'), join(folder, 'cert-user-tool'))
    finishBeside(folder)
  },
  win: async (folder: string) => {
    writeEntries(folder, await windowsElectron(version, 'x64'))
    renameSync(join(folder, 'electron.exe'), join(folder, 'CertUserTool.exe'))
    finishBeside(folder)
    const worker = join(folder, 'resources/node32')
    const file = await windowsExecutable(version, 'ia32')
    mkdirSync(join(worker, addonPath, '..'), { recursive: true })
    for (const name of ['node.exe', addonPath]) writeFileSync(join(worker, name), file)
    mkdirSync(join(worker, 'chunks'))
    for (const name of workers32) writeFileSync(join(worker, name), 'import"./chunks/shared-a.js"')
    for (const name of ['chunks/shared-a.js', 'node_modules/pkcs11js/index.js']) writeFileSync(join(worker, name), '')
    writeKoffi(join(worker, 'node_modules'), { target: 'win-ia32', file })
  },
  mac: (folder: string) => {
    writeEntries(folder, macElectron(version, 'x64'))
    const app = join(folder, 'CertUserTool.app')
    renameSync(join(folder, 'Electron.app'), app)
    const resources = join(app, 'Contents/Resources')
    renameSync(join(folder, 'LICENSE'), join(resources, 'LICENSE.electron.txt'))
    renameSync(join(folder, 'LICENSES.chromium.html'), join(resources, 'LICENSES.chromium.html'))
    for (const name of ['de', 'ja', 'zh_TW']) rmSync(join(resources, `${name}.lproj`), { recursive: true })
  },
} as const

function finishBeside(folder: string): void {
  renameSync(join(folder, 'LICENSE'), join(folder, 'LICENSE.electron.txt'))
  for (const name of ['zh-TW', 'en-GB', 'de', 'fr', 'ja']) rmSync(join(folder, `locales/${name}.pak`))
  mkdirSync(join(folder, 'resources'))
}

const tellIntegrity = {
  linux: () => undefined,
  win: async (folder: string, hash: string) => {
    const path = join(folder, 'CertUserTool.exe')
    const content = readFileSync(path)
    const { NtExecutable, NtExecutableResource, Resource } = await resourceEditor()
    const executable = NtExecutable.from(content)
    const resources = NtExecutableResource.from(executable)
    const english = { lang: 1033, codepage: 1200 }
    const told = JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value: hash }])
    const bin = (text: string) => new Uint8Array(Buffer.from(text)).buffer
    resources.entries.push({ type: 'INTEGRITY', id: 'ELECTRONASAR', ...english, bin: bin(told) })
    resources.entries.push({ type: 14, id: 1, ...english, bin: bin('icon') })
    const [about] = Resource.VersionInfo.fromEntries(resources.entries)
    about?.setStringValues(english, { ProductName: 'CertUserTool' })
    about?.outputToResourceEntries(resources.entries)
    resources.outputResource(executable)
    const wire = content.subarray(content.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'))
    writeFileSync(path, Buffer.concat([Buffer.from(executable.generate()), wire]))
  },
  mac: (folder: string, hash: string) => {
    const path = join(folder, 'CertUserTool.app/Contents/Info.plist')
    const values = `<key>ElectronAsarIntegrity</key><dict><key>Resources/app.asar</key><dict><key>algorithm</key>
<string>SHA256</string><key>hash</key><string>${hash}</string></dict></dict><key>LSMinimumSystemVersion</key>
<string>13.0</string><key>NSCameraUsageDescription</key><string>使用摄像头</string></dict></plist>`
    const text = readFileSync(path, 'utf8')
      .replace('com.github.Electron', 'cn.certusertool.desktop')
      .replace(/(<key>CFBundleName<\/key><string>)Electron/, '$1CertUserTool')
      .replace('</dict></plist>', values)
    writeFileSync(path, text)
  },
} as const

async function turnFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  })
}
