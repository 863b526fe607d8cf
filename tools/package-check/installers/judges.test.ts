import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { judgeDebFields } from './deb-fields.ts'
import { judgeDesktopEntry } from './desktop-entry.ts'
import { judgeFileList } from './file-list.ts'
import { inspectVersionLists } from './version-lists.ts'

const entry = `[Desktop Entry]
Name=CertUserTool
Name[zh_CN]=CA 用户工具
Comment[zh_CN]=查看证书
Exec=/opt/CertUserTool/cert-user-tool %U
Icon=cert-user-tool
Terminal=false
Type=Application
StartupWMClass=cert-user-tool
`

test('a desktop entry has a Chinese name, starts the program, and knows its window', () => {
  expect(judgeDesktopEntry(entry)).toEqual([])
})

test.each([
  ['Name[zh_CN]=CA 用户工具\n', '', 'the desktop entry: Name[zh_CN] is missing'],
  ['Comment[zh_CN]=查看证书', 'Comment[zh_CN]=Shows', 'the desktop entry: Comment[zh_CN] is Shows'],
  ['cert-user-tool %U', 'electron %U', 'the desktop entry: Exec is /opt/CertUserTool/electron %U'],
  ['Icon=cert-user-tool', 'Icon=electron', 'the desktop entry: Icon is electron'],
  ['Class=cert-user-tool', 'Class=Electron', 'the desktop entry: StartupWMClass is Electron'],
])('of a desktop entry with another %s it says so', (old, next, finding) => {
  expect(judgeDesktopEntry(entry.replace(old, next))).toEqual([finding])
})

const fields = `Package: cert-user-tool
Version: 1.2.3
Architecture: arm64
Maintainer: CertUserTool <maintainers@certusertool.invalid>
Installed-Size: 1234
Depends: libgtk-3-0, libnotify4, libnss3
Recommends: pcscd, libccid
Description: Shows certificates
 查看证书
`
const wanted = { arch: 'arm64', version: '1.2.3' } as const

test('a deb says whose it is, what it is for, and what it needs', () => {
  expect(judgeDebFields(fields, wanted)).toEqual([])
})

test.each([
  ['Version: 1.2.3', 'Version: 1.2.30', 'Version is 1.2.30'],
  ['Architecture: arm64', 'Architecture: amd64', 'Architecture is amd64'],
  ['libgtk-3-0, ', '', 'Depends is libnotify4, libnss3'],
  ['pcscd, ', '', 'Recommends is libccid'],
  ['Maintainer: CertUserTool <maintainers@certusertool.invalid>\n', '', 'Maintainer is missing'],
])('of a deb with another %s it says so', (old, next, finding) => {
  expect(judgeDebFields(fields.replace(old, next), wanted)).toEqual([finding])
})

const files = [
  '/opt/X/cert-user-tool',
  '/opt/X/resources/app.asar',
  '/opt/X/resources/app.asar.unpacked/node_modules/pkcs11js/build/Release/pkcs11.node',
  '/opt/X/resources/licenses/third-party.txt',
  '/opt/X/LICENSE.electron.txt',
  '/opt/X/LICENSES.chromium.html',
  '/usr/share/applications/cert-user-tool.desktop',
  '/usr/share/icons/hicolor/256x256/apps/cert-user-tool.png',
]

test('a Linux package is whole; each file that is left out is named', () => {
  expect(judgeFileList(files, '/opt/X')).toEqual([])
  const without = files.map((left) =>
    judgeFileList(
      files.filter((name) => name !== left),
      '/opt/X',
    ),
  )
  expect(without.map((findings) => findings.length)).toEqual(files.map(() => 1))
})

const folder = mkdtempSync(join(tmpdir(), 'version-lists-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a list of versions is believed only where each file is what its hash says', () => {
  const hash = createHash('sha512').update('setup').digest('base64')
  writeFileSync(join(folder, 'setup.exe'), 'setup')
  expect(inspectVersionLists(folder, '1.2.3')).toEqual(['there is no list of versions'])
  const list = (sha512: string) =>
    writeFileSync(
      join(folder, 'latest.yml'),
      `version: 1.2.3\nfiles:\n  - url: setup.exe\n    sha512: ${sha512}\n    size: 5\n`,
    )
  list(hash)
  expect(inspectVersionLists(folder, '1.2.3')).toEqual([])
  expect(inspectVersionLists(folder, '1.2.4')).toEqual(['latest.yml: it is of version 1.2.3'])
  list(hash.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))
  expect(inspectVersionLists(folder, '1.2.3')).toEqual(['latest.yml: setup.exe is not what it says'])
})
