// npm start: sets up what is missing, builds, and opens the program, by default in 演示模式.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronBinary, executable } from './electron-path.mjs'
import { projectNode, root, setUp } from './setup.mjs'

const tried = join(root, 'node_modules', '.electron-tried')

setUp({ purpose: 'start', packages: ['softhsm2', 'fonts-noto-cjk', 'g++', 'make', 'python3'] })
installElectronOnce()
const runtime = executable()
if (runtime.kind === 'chromium') {
  setUp({ purpose: 'start', packages: ['chromium'] })
  console.error(
    "Electron is not installed and could not be downloaded: the same program runs in the system's Chromium instead (dialogs, tray and menus are reduced).",
  )
}
build()
open()

/** The electron package brings no binary; it fetches one on demand. One try: behind many firewalls it cannot be had. */
function installElectronOnce() {
  if (process.env.APP_RUNTIME !== undefined || electronBinary() !== null || existsSync(tried)) return
  console.error('下载 Electron / fetching Electron (one try)')
  spawnSync(projectNode, [join(root, 'node_modules', 'electron', 'install.js')], { stdio: 'ignore', timeout: 180_000 })
  writeFileSync(tried, '')
}

function build() {
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status } = spawnSync(projectNode, [cli, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

function open() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    console.error('No display: the program runs without a visible window (xvfb-run gives it one). Ctrl+C ends it.')
  }
  // Chromium refuses its sandbox to root; an office worker is not root, a container often is.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(runtime.path, ['.', ...asRoot, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)))
}
