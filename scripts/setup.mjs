// Makes a fresh clone ready: npm packages, the addon, and on Debian or Ubuntu what is missing of the system's packages.
// Runs on any Node from 20 on, with nothing installed; does nothing when everything is there.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.setup')

/** Node 24 as the project brings it; what starts this script may be older. */
export const projectNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Debian's names, each with the file that tells whether it is there. */
const systemPackages = {
  chromium: '/usr/bin/chromium',
  softhsm2: '/usr/bin/softhsm2-util',
  opensc: '/usr/bin/pkcs11-tool',
  openssl: '/usr/bin/openssl',
  'gnutls-bin': '/usr/bin/certtool',
  'poppler-utils': '/usr/bin/pdftotext',
  'libssl-dev': '/usr/include/openssl/evp.h',
  libnss3: '/usr/share/doc/libnss3',
  'libnss3-tools': '/usr/bin/certutil',
  opencryptoki: '/usr/sbin/pkcsslotd',
  'p11-kit-modules': '/usr/share/doc/p11-kit-modules',
  'ca-certificates': '/usr/sbin/update-ca-certificates',
  'fonts-noto-cjk': '/usr/share/doc/fonts-noto-cjk',
  'g++': '/usr/bin/g++',
  'g++-aarch64-linux-gnu': '/usr/bin/aarch64-linux-gnu-g++',
  'g++-mingw-w64-x86-64-posix': '/usr/bin/x86_64-w64-mingw32-g++-posix',
  'g++-mingw-w64-i686-posix': '/usr/bin/i686-w64-mingw32-g++-posix',
  '7zip': '/usr/bin/7zz',
  'squashfs-tools': '/usr/bin/mksquashfs',
  'desktop-file-utils': '/usr/bin/desktop-file-validate',
  nsis: '/usr/bin/makensis',
  osslsigncode: '/usr/bin/osslsigncode',
  rpm: '/usr/bin/rpmbuild',
  make: '/usr/bin/make',
  python3: '/usr/bin/python3',
}

/**
 * @param {{ purpose: 'start' | 'test', packages: readonly (keyof typeof systemPackages)[] }} wanted
 * What cannot be had stops a test; a start goes on without it and says what is missing.
 */
export function setUp({ purpose, packages }) {
  installSystemPackages(purpose, packages)
  installModules()
  buildAddon(purpose)
}

function installSystemPackages(purpose, packages) {
  if (process.platform !== 'linux') return
  const missing = packages.filter((name) => !existsSync(systemPackages[name]))
  if (missing.length === 0) return
  const isDebian = existsSync('/usr/bin/apt-get')
  if (isDebian && process.getuid() === 0) {
    say(`安装系统软件包 / installing ${missing.join(' ')}`)
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing])
    return
  }
  const how = isDebian ? `sudo apt-get install ${missing.join(' ')}` : `install: ${missing.join(', ')}`
  if (purpose === 'test') throw new Error(`the tests need packages that are not here. As root: ${how}`)
  say(`Not installed: ${missing.join(', ')} (${how}). Going on without.`)
}

/** By the lock file's content: a changed one is installed anew. */
function installModules() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(projectNode)) return
  say('安装 npm 软件包 / installing npm packages')
  if (tryNpm(['ci', '--no-audit', '--no-fund']) !== 0) {
    // The addon needs a compiler; everything else does not, and the demonstration runs on the soft token.
    npm(['ci', '--no-audit', '--no-fund', '--ignore-scripts'])
    npm(['rebuild', 'node'])
  }
  writeFileSync(stamp, wanted)
}

function buildAddon(purpose) {
  const addon = join(modules, 'pkcs11js', 'build', 'Release', 'pkcs11.node')
  if (existsSync(addon) || tryNpm(['rebuild', 'pkcs11js']) === 0) return
  if (purpose === 'test')
    throw new Error('the PKCS#11 addon could not be built: a C++ compiler, make and Python are needed')
  say('The PKCS#11 addon could not be built (no compiler?): the demonstration uses the soft token.')
}

function npm(parameters) {
  const status = tryNpm(parameters)
  if (status !== 0) throw new Error(`npm ${parameters.join(' ')} failed (${status})`)
}

/** npm as it was called, so that its version and settings stay the same. */
function tryNpm(parameters) {
  const cli = process.env.npm_execpath
  const [command, first] = cli === undefined ? ['npm', []] : [process.execPath, [cli]]
  const shell = cli === undefined && process.platform === 'win32'
  return spawnSync(command, [...first, ...parameters], { cwd: root, stdio: 'inherit', shell }).status ?? 1
}

function run(command, parameters) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync(command, parameters, { stdio: 'inherit', env: environment })
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} failed (${status})`)
}

function say(text) {
  console.error(text)
}
