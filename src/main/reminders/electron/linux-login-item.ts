import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeSafely } from '../../files/write-safely.ts'
import type { LoginItem } from '../ports.ts'
import { hiddenSwitch } from './electron-login-item.ts'

/**
 * Starts the program with the desktop session: a desktop entry in the user's autostart folder (freedesktop.org, Desktop
 * Application Autostart Specification). Electron has no call for it on Linux.
 *
 * @param path of the entry
 */
export function createLinuxLoginItem(path: string, executable: string, name: string): LoginItem {
  return {
    state: () => (existsSync(path) ? 'on' : 'off'),
    change: async (isOn) => {
      if (!isOn) {
        await rm(path, { force: true })
        return
      }
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeSafely(path, entryOf(executable, name))
    },
  }
}

function entryOf(executable: string, name: string): string {
  const lines = ['[Desktop Entry]', 'Type=Application', `Name=${name}`, `Exec=${quoted(executable)} ${hiddenSwitch}`]
  return [...lines, 'Terminal=false', 'X-GNOME-Autostart-enabled=true', ''].join('\n')
}

/** Desktop Entry Specification, The Exec key: in double quotes, with `"`, `` ` ``, `$` and `\` escaped; % starts a field. */
function quoted(executable: string): string {
  const argument = executable.replace(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')
  // The value is a string by itself, in which a backslash is written twice.
  return `"${argument}"`.replaceAll('\\', '\\\\')
}
