/** electron-updater's own classes; what they would run is a script that notes how it was run. */
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { NsisUpdater } from 'electron-updater'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { failureOf } from '../../../../tests/support/token-steps.ts'
import type { PackageFile } from '../ports.ts'
import { createPackageInstaller, type PackageInstallerParts } from './package-installer.ts'
import { readRehearsal, rehearse } from './rehearsal.ts'
import { thisInstallation } from './this-installation.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'installer-'))
  for (const name of ['dpkg', 'zypper', 'dnf', 'yum', 'rpm'])
    fakeProgram(name, `echo "${name} $@" >> ${inFolder('ran')}`)
  // Where the tests do not run as root, electron-updater asks for the rights by one of these.
  for (const name of ['gksudo', 'kdesudo', 'pkexec', 'beesu', 'sudo'])
    fakeProgram(name, 'shift $(($# - 1)); /bin/sh -c "$1"')
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const inFolder = (name: string) => join(folder, name)
function fakeProgram(name: string, script: string): void {
  writeFileSync(inFolder(name), `#!/bin/sh\n${script}\n`)
  chmodSync(inFolder(name), 0o755)
}
const ran = () => (existsSync(inFolder('ran')) ? readFileSync(inFolder('ran'), 'utf8').trim().split('\n') : [])

function packageFile(extension: string, version = '0.2.0', content = 'a package'): PackageFile {
  const path = inFolder(`CertUserTool-${version}.${extension}`)
  writeFileSync(path, content)
  return { version, path, sha512: createHash('sha512').update(content).digest('base64'), size: content.length }
}

function installer(kind: PackageInstallerParts['kind'], changes: Partial<PackageInstallerParts> = {}) {
  const relaunches: number[] = []
  const created = createPackageInstaller({
    ...{
      kind,
      version: '0.1.0',
      name: 'CertUserTool',
      folder: inFolder('installer'),
      config: inFolder('app-update.yml'),
    },
    ...{ relaunch: () => void relaunches.push(1), log: () => undefined },
    ...changes,
  })
  return { ...created, relaunches }
}

it.each([
  ['deb', /^dpkg -i \S+\/installer\/updater\/pending\/CertUserTool-0\.2\.0\.deb$/],
  ['rpm', /^zypper --non-interactive .*\/CertUserTool-0\.2\.0\.rpm$/],
] as const)(
  'a %s goes to the system’s own installer when the program has ended, and the program starts again',
  async (kind, command) => {
    const { prepare, relaunches } = installer(kind)
    const { install } = await prepare(packageFile(kind))
    expect([ran(), relaunches]).toEqual([[], []])
    await install()
    expect(ran()).toEqual([expect.stringMatching(command)])
    expect(relaunches).toEqual([1])
  },
)

it('an older package is taken too: it is what is gone back to', async () => {
  const { install } = await installer('deb').prepare(packageFile('deb', '0.0.9'))
  await install()
  expect(ran()).toEqual([expect.stringContaining('0.0.9.deb')])
})

it('what is not the package that was meant is not prepared', async () => {
  const file = packageFile('deb')
  writeFileSync(file.path, 'something else')
  expect(await failureOf(installer('deb').prepare(file))).toEqual({ code: 'update.corrupt' })
  expect(ran()).toEqual([])
})

it('an installer that fails is told, and so is a folder whose name a shell would misread', async () => {
  const { prepare } = installer('deb')
  const { install } = await prepare(packageFile('deb'))
  fakeProgram('dpkg', 'exit 1')
  fakeProgram('apt-get', 'exit 1')
  expect(await failureOf(install())).toEqual({ code: 'update.installFailed' })
  const odd = installer('deb', { folder: inFolder("o'brien") })
  expect(await failureOf(odd.prepare(packageFile('deb')))).toEqual({ code: 'update.installFailed' })
})

it('Windows: the installer is started with its own pages, and starts the program again', async () => {
  const spawned: unknown[][] = []
  vi.spyOn(NsisUpdater.prototype as unknown as { spawnLog: (...given: unknown[]) => Promise<boolean> }, 'spawnLog') //
    .mockImplementation((...given) => {
      spawned.push(given)
      return Promise.resolve(true)
    })
  const { install } = await installer('nsis').prepare(packageFile('exe'))
  await install()
  expect(spawned).toEqual([
    [inFolder('installer/updater/pending/CertUserTool-0.2.0.exe'), ['--updated', '--force-run']],
  ])
})

it('Windows: where the program names its publisher, a package of nobody’s is refused before anything is offered', async () => {
  const config = inFolder('packaged-app-update.yml')
  writeFileSync(config, 'updaterCacheDirName: updater\npublisherName:\n  - 示例公司\n')
  const asked: unknown[] = []
  const verdicts: (string | null)[] = ['not signed', null]
  vi.spyOn(
    NsisUpdater.prototype as unknown as { verifySignature: (path: string) => Promise<string | null> },
    'verifySignature',
  ).mockImplementation((path) => {
    asked.push(path)
    return Promise.resolve(verdicts.shift() ?? null)
  })
  const { prepare } = installer('nsis', { config })
  expect(await failureOf(prepare(packageFile('exe')))).toEqual({ code: 'update.publisher' })
  await prepare(packageFile('exe'))
  expect(asked).toHaveLength(2)
})

it('knows how this copy was installed by what its package has left', () => {
  const program = { version: '0.1.0', name: 'x', folder, relaunch: () => undefined, log: () => undefined }
  const here = { platform: 'linux', cpu: 'x64', environment: {}, resourcesPath: folder, program } as const
  expect(thisInstallation({ ...here, resourcesPath: undefined })).toBeUndefined()
  expect(thisInstallation(here)).toBeUndefined()
  writeFileSync(inFolder('package-type'), 'deb\n')
  expect(thisInstallation(here)).toMatchObject({ kind: 'deb', cpu: 'x64' })
  expect(thisInstallation({ ...here, environment: { APPIMAGE: '/a/b.AppImage' } })).toMatchObject({
    ...{ kind: 'appimage', ownFile: '/a/b.AppImage' },
  })
  expect(thisInstallation({ ...here, platform: 'darwin' })).toBeUndefined()
  const resourcesPath = inFolder('installer')
  expect(thisInstallation({ ...here, platform: 'win32', resourcesPath })).toBeUndefined()
  writeFileSync(inFolder('Uninstall CertUserTool.exe'), '')
  expect(thisInstallation({ ...here, platform: 'win32', resourcesPath })).toMatchObject({ kind: 'nsis' })
})

it('a rehearsal notes what would be installed', async () => {
  const path = inFolder('rehearsal.json')
  writeFileSync(path, JSON.stringify({ keys: [], kind: 'deb', record: inFolder('record') }))
  const { install } = await rehearse(readRehearsal(path)).prepare(packageFile('deb'))
  await install()
  expect(JSON.parse(readFileSync(inFolder('record'), 'utf8'))).toMatchObject({ version: '0.2.0' })
})
