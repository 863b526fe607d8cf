import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { workerEntries } from '../../../src/main/worker-entries.ts'
import { koffiPath, nativePartFor } from '../../packaging/koffi/koffi-files.ts'
import { electronVersion } from '../builder-parts.ts'
import { addonPath } from '../inspections/addon.ts'
import { elfNeeding } from '../stub-electron/elf.ts'
import { machO } from '../stub-electron/mac.ts'
import { windowsExecutable } from '../stub-electron/windows.ts'
import type { PackedProgram } from '../program/packed-program.ts'
import type { System } from '../target.ts'
import type { Mutation } from './mutation.ts'

const addonOf = ({ archive }: PackedProgram) => join(`${archive.path}.unpacked`, addonPath)
const koffiOf = ({ archive, target: { system } }: PackedProgram) =>
  join(`${archive.path}.unpacked`, koffiPath(`${system}-x64`))
const systems: readonly System[] = ['linux', 'win', 'mac']

/** Beside the archive: other native code, other switches, something left out. */
export const folderMutations: readonly Mutation[] = [
  ...systems.flatMap((system): readonly Mutation[] => [
    {
      ...{ what: 'the addon of another system', system, caughtBy: 'addon' },
      apply: async (program) =>
        writeFileSync(
          addonOf(program),
          system === 'mac' ? await windowsExecutable(electronVersion(), 'x64') : machO('x64'),
        ),
    },
    {
      ...{ what: 'koffi of another system', system, caughtBy: 'addon' },
      apply: async (program) =>
        writeFileSync(
          koffiOf(program),
          system === 'mac' ? await windowsExecutable(electronVersion(), 'x64') : machO('x64'),
        ),
    },
    {
      ...{ what: 'no native part of koffi', system, caughtBy: 'addon' },
      apply: (program) => rmSync(koffiOf(program)),
    },
    {
      ...{ what: 'a fuse that is not turned', system, caughtBy: 'fuses' },
      apply: async ({ executable }) => {
        await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true })
      },
    },
    {
      ...{ what: 'no licence of Chromium', system, caughtBy: 'licences' },
      apply: ({ licences }) => rmSync(join(licences, 'LICENSES.chromium.html')),
    },
  ]),
  {
    ...{ what: 'the addon of another CPU', system: 'win', caughtBy: 'addon' },
    apply: async (program) => writeFileSync(addonOf(program), await windowsExecutable(electronVersion(), 'arm64')),
  },
  {
    ...{ what: 'the addon of another CPU', system: 'linux', caughtBy: 'addon' },
    apply: (program) => {
      const addon = readFileSync(addonOf(program))
      const arm64 = 183
      addon.writeUInt16LE(arm64, 18)
      writeFileSync(addonOf(program), addon)
    },
  },
  {
    ...{ what: 'the addon of a system that is newer than the user’s', system: 'linux', caughtBy: 'addon' },
    // koffi may ask for it: see koffiLimits.
    apply: (program) => writeFileSync(addonOf(program), elfNeeding('x64', 'GLIBC_2.28')),
  },
  {
    ...{ what: 'koffi of a system that is newer than the user’s', system: 'linux', caughtBy: 'addon' },
    apply: (program) => writeFileSync(koffiOf(program), elfNeeding('x64', 'GLIBC_2.34')),
  },
  {
    ...{ what: 'an archive that need not be checked', system: 'win', caughtBy: 'fuses' },
    apply: async ({ executable }) => {
      const fuses = { [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false }
      await flipFuses(executable, { version: FuseVersion.V1, ...fuses })
    },
  },
  {
    ...{ what: 'a bundled package without its licence', system: 'linux', caughtBy: 'licences' },
    apply: ({ resources }) => change(join(resources, 'licenses/third-party.txt'), /^react (\S+ \()/m, 'other $1'),
  },
  {
    ...{ what: 'a native part without its licence', system: 'linux', caughtBy: 'licences' },
    apply: ({ resources }) =>
      change(join(resources, 'licenses/third-party.txt'), `${nativePartFor('linux-x64').name} `, 'other '),
  },
  {
    ...{ what: 'no Chinese of Chromium', system: 'linux', caughtBy: 'languages' },
    apply: ({ folder }) => rmSync(join(folder, 'locales/zh-CN.pak')),
  },
  {
    ...{ what: 'a language that nobody speaks', system: 'win', caughtBy: 'languages' },
    apply: ({ folder }) => writeFileSync(join(folder, 'locales/de.pak'), ''),
  },
  {
    ...{ what: 'no English of macOS', system: 'mac', caughtBy: 'languages' },
    apply: ({ resources }) => rmSync(join(resources, 'en.lproj'), { recursive: true }),
  },
  {
    ...{ what: 'no reason for the camera', system: 'mac', caughtBy: 'identity on macOS' },
    apply: ({ folder }) => change(join(folder, 'Contents/Info.plist'), /摄像头/g, ''),
  },
  {
    ...{ what: 'another name for macOS to know it by', system: 'mac', caughtBy: 'identity on macOS' },
    apply: ({ folder }) =>
      change(join(folder, 'Contents/Info.plist'), 'cn.certusertool.desktop', 'com.github.Electron'),
  },
  {
    ...{ what: 'a 64-bit Node for 32-bit drivers', system: 'win', caughtBy: '32-bit worker' },
    apply: async ({ resources }) =>
      writeFileSync(join(resources, 'node32/node.exe'), await windowsExecutable(electronVersion(), 'x64')),
  },
  {
    ...{ what: 'no worker for 32-bit drivers', system: 'win', caughtBy: '32-bit worker' },
    apply: ({ resources }) => rmSync(join(resources, 'node32/token-worker.js')),
  },
  {
    ...{ what: 'no SKF worker for 32-bit drivers', system: 'win', caughtBy: '32-bit worker' },
    apply: ({ resources }) => rmSync(join(resources, 'node32', workerEntries.skf)),
  },
  {
    ...{ what: 'what both workers for 32-bit drivers need is left out', system: 'win', caughtBy: '32-bit worker' },
    apply: ({ resources }) => rmSync(join(resources, 'node32/chunks'), { recursive: true }),
  },
  {
    ...{ what: 'a 64-bit koffi for 32-bit drivers', system: 'win', caughtBy: '32-bit worker' },
    apply: async ({ resources }) =>
      writeFileSync(
        join(resources, 'node32', koffiPath('win-ia32')),
        await windowsExecutable(electronVersion(), 'x64'),
      ),
  },
  {
    ...{ what: 'an executable that is called Electron', system: 'win', caughtBy: 'identity on Windows' },
    // UTF-16, in the resource that Windows shows.
    apply: ({ executable }) => rename(executable, 'CertUserTool', 'ElectronTool'),
  },
]

function change(path: string, old: string | RegExp, next: string): void {
  const text = readFileSync(path, 'utf8')
  const changed = text.replace(old, next)
  if (changed === text) throw new Error(`${path} has nothing to change`)
  writeFileSync(path, changed)
}

/** Both names have the same length, so that nothing moves. */
function rename(executable: string, old: string, next: string): void {
  const content = readFileSync(executable)
  const [from, to] = [Buffer.from(old, 'utf16le'), Buffer.from(next, 'utf16le')]
  let found = false
  for (let at = content.indexOf(from); at !== -1; at = content.indexOf(from, at + 1)) {
    to.copy(content, at)
    found = true
  }
  if (!found) throw new Error(`the executable is not called ${old}`)
  writeFileSync(executable, content)
}
