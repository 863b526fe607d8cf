import { existsSync, mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { state } from '../state.ts'

export interface AppPaths {
  get(name: string): string
  set(name: string, path: string): void
}

const IN_HOME: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  pictures: 'Pictures',
  music: 'Music',
  videos: 'Videos',
}

const CREATED_ON_READ = new Set(['userData', 'logs'])

/** app.getPath and app.setPath, with Electron's places on Linux. */
export function createAppPaths(): AppPaths {
  const chosen = new Map<string, string>()

  const standard = (name: string): string | undefined => {
    const inHome = IN_HOME[name]
    if (inHome !== undefined) return join(homedir(), inHome)
    switch (name) {
      case 'home':
        return homedir()
      case 'temp':
        return tmpdir()
      case 'appData':
        return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
      case 'userData':
        return join(get('appData'), state.appName)
      case 'sessionData':
        return get('userData')
      case 'logs':
        return join(get('userData'), 'logs')
      case 'crashDumps':
        return join(get('userData'), 'Crashpad')
      case 'exe':
        return process.argv[0]
      default:
        return undefined
    }
  }

  const get = (name: string): string => {
    const path = chosen.get(name) ?? standard(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    if (CREATED_ON_READ.has(name)) mkdirSync(path, { recursive: true })
    return path
  }

  return {
    get,
    set: (name, path) => {
      // Electron too refuses a folder that is not there.
      if (!existsSync(path)) throw new Error(`Failed to set '${name}' path: ${path} does not exist`)
      chosen.set(name, path)
    },
  }
}
