import type { ZipEntry } from './zip.ts'

export const executableFile = 0o100755

/** One language that the program speaks is missing from no Electron; one that it does not speak has to go. */
const languages = ['zh-CN', 'zh-TW', 'en-US', 'en-GB', 'de', 'fr', 'ja'] as const

/** What every Electron brings beside its executable. */
export function commonFiles(version: string): readonly ZipEntry[] {
  return [
    { path: 'version', content: version },
    { path: 'LICENSE', content: 'Stands in for the licence of Electron.\n' },
    { path: 'LICENSES.chromium.html', content: '<p>Stands in for the licences of Chromium.</p>\n' },
  ]
}

/** Linux and Windows keep Chromium's languages in a folder of their own. */
export function localeFiles(): readonly ZipEntry[] {
  return languages.map((language) => ({ path: `locales/${language}.pak`, content: '' }))
}
