import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { InstalledProgram } from '../../running-system.ts'
import { readText } from './read-text.ts'

export interface InstalledPlaces {
  /** dpkg's own list (deb822(5)). */
  readonly dpkg: string
  /** Folders of desktop entries. */
  readonly entries: readonly string[]
  /** Where UOS and Kylin put whole applications: each has a folder of desktop entries below itself. */
  readonly apps: string
}

export function linuxPlaces(home: string): InstalledPlaces {
  return {
    dpkg: '/var/lib/dpkg/status',
    entries: ['/usr/share/applications', '/usr/local/share/applications', `${home}/.local/share/applications`],
    apps: '/opt/apps',
  }
}

/** What packages and desktop entries say is installed; undefined where neither can be read. */
export async function readLinuxInstalled(places: InstalledPlaces): Promise<readonly InstalledProgram[] | undefined> {
  const apps = (await namesIn(places.apps)) ?? []
  const folders = [...places.entries, ...apps.map((app) => join(places.apps, app, 'entries', 'applications'))]
  const [packages, ...entries] = await Promise.all([readText(places.dpkg), ...folders.map(readEntries)])
  if (packages === undefined && entries.every((found) => found === undefined)) return undefined
  return [...parsePackages(packages ?? ''), ...entries.flatMap((found) => found ?? [])]
}

/** The packages that are installed now, by name and by the first line of what they say of themselves. */
export function parsePackages(status: string): readonly InstalledProgram[] {
  return status.split(/\r?\n(?:[ \t]*\r?\n)+/).flatMap((paragraph) => {
    const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.+)$`, 'im').exec(paragraph)?.[1]?.trim()
    const [name, maintainer, description] = ['Package', 'Maintainer', 'Description'].map(field)
    if (name === undefined || !/\sinstalled$/.test(field('Status') ?? '')) return []
    return [
      {
        name: description === undefined ? name : `${name} (${description})`,
        ...(maintainer === undefined ? {} : { publisher: maintainer }),
      },
    ]
  })
}

/** The names of a desktop entry, in any language; empty when it has none (Desktop Entry Specification 1.5). */
export function parseEntry(text: string): readonly string[] {
  const main = /^\[Desktop Entry\]\s*$(?<body>[\s\S]*?)(?=^\[|$(?![\s\S]))/m.exec(text)?.groups?.['body'] ?? ''
  return [...main.matchAll(/^Name(?:\[(?:zh_CN|zh|en)\])?[ \t]*=[ \t]*(.+)$/gm)].map(([, name = '']) => name.trim())
}

async function readEntries(folder: string): Promise<readonly InstalledProgram[] | undefined> {
  const files = (await namesIn(folder))?.filter((name) => name.endsWith('.desktop'))
  const texts = await Promise.all((files ?? []).map((file) => readText(join(folder, file))))
  const named = texts.flatMap((text) => {
    const names = [...new Set(parseEntry(text ?? ''))]
    return names.length === 0 ? [] : [{ name: names.join(' / ') }]
  })
  return files === undefined ? undefined : named
}

function namesIn(folder: string): Promise<readonly string[] | undefined> {
  return readdir(folder).catch(() => undefined)
}
