import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Target } from '../target.ts'
import { openArchive, type Archive } from './archive.ts'

/** A program as electron-builder has laid it out, before an installer is made of it. */
export interface PackedProgram {
  readonly target: Target
  /** The folder that is installed as a whole; on macOS the .app. */
  readonly folder: string
  readonly resources: string
  /** What is started; its fuses are read by @electron/fuses from here. */
  readonly executable: string
  /** Where Electron's own licences are kept. */
  readonly licences: string
  readonly archive: Archive
}

export function openProgram(folder: string, target: Target): PackedProgram {
  const places = target.system === 'mac' ? placesInApp(folder) : placesBeside(folder, target)
  return { target, ...places, archive: openArchive(join(places.resources, 'app.asar')) }
}

type Places = Pick<PackedProgram, 'folder' | 'resources' | 'executable' | 'licences'>

function placesInApp(folder: string): Places {
  const app = join(
    folder,
    only(folder, (name) => name.endsWith('.app')),
  )
  const resources = join(app, 'Contents/Resources')
  return { folder: app, resources, executable: app, licences: resources }
}

function placesBeside(folder: string, { system }: Target): Places {
  const executable = only(folder, (name) => (system === 'win' ? name.endsWith('.exe') : isProgramFile(name)))
  return { folder, resources: join(folder, 'resources'), executable: join(folder, executable), licences: folder }
}

/** On Linux the executable's name has no ending; Chromium's own helpers neither, and two texts. */
function isProgramFile(name: string): boolean {
  return /^[a-z-]+$/.test(name) && !['chrome-sandbox', 'locales', 'resources', 'version'].includes(name)
}

function only(folder: string, isIt: (name: string) => boolean): string {
  const found = existsSync(folder) ? readdirSync(folder).filter(isIt) : []
  const [name] = found
  if (name === undefined || found.length > 1) throw new Error(`not one but ${found.length} such files in ${folder}`)
  return name
}
