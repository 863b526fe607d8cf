import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'yaml'
import { electronFolder, generatedFolder, packagesFolder, prebuildsFolder, root, stubFolder } from '../places.ts'

/** Folders of electron-builder.yml whose place is taken by the check's own. */
const instead = new Map([
  ['prebuilds', prebuildsFolder],
  ['build/generated', generatedFolder],
])

/** Writes what electron-builder reads in the check: the project's own file, but for Electron and the folders. */
export function writeStubConfiguration(): string {
  const own = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Readonly<Record<string, unknown>>
  const configuration = {
    ...(replaceFolders(own) as object),
    directories: { ...(own['directories'] as object), output: relative(root, packagesFolder) },
    electronDist: relative(root, electronFolder),
  }
  const path = join(stubFolder, 'electron-builder.json')
  writeFileSync(path, JSON.stringify(configuration, undefined, 2))
  return path
}

function replaceFolders(value: unknown): unknown {
  if (typeof value === 'string') return replaceFolder(value)
  if (Array.isArray(value)) return value.map(replaceFolders)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaceFolders(inner)]))
}

function replaceFolder(text: string): string {
  for (const [folder, ours] of instead)
    if (text === folder || text.startsWith(`${folder}/`)) return relative(root, ours) + text.slice(folder.length)
  return text
}
