// Which executable runs the app here: the electron binary, or the stand-in on the system's Chromium.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'

const root = resolve(import.meta.dirname, '..')
const electron = join(root, 'node_modules/electron')

export const hostBinary = join(root, 'tools/chromium-host/dist/electron')

/** Only looks: require('electron') outside Electron would try to download what is missing. */
export function electronBinary() {
  const pathFile = join(electron, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(electron, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** Electron where it is installed, the stand-in elsewhere. APP_RUNTIME=electron|chromium decides otherwise. */
export function executable() {
  const wanted = process.env['APP_RUNTIME'] ?? ''
  if (!['', 'electron', 'chromium'].includes(wanted)) {
    throw new Error(`APP_RUNTIME must be electron or chromium, not ${wanted}`)
  }
  const binary = wanted === 'chromium' ? null : electronBinary()
  if (binary !== null) return { kind: 'electron', path: binary }
  if (wanted === 'electron')
    throw new Error('APP_RUNTIME=electron, but Electron is not installed: npx install-electron')
  return { kind: 'chromium', path: hostBinary }
}
