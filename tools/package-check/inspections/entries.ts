import { workerEntries } from '../../../src/main/worker-entries.ts'
import { textIn } from '../program/archive.ts'
import type { Inspection } from './inspection.ts'

const main = 'out/main/index.js'
const preload = 'out/preload/index.cjs'
const entries = [
  main,
  preload,
  'out/renderer/index.html',
  ...Object.values(workerEntries).map((name) => `out/main/${name}`),
]

/** What Electron starts is there, and package.json says no more than it has to. */
export const entriesAreThere: Inspection = {
  name: 'entries',
  inspect: ({ archive }) => {
    const missing = entries.filter((path) => !archive.files.has(path)).map((path) => `${path} is not in the archive`)
    const manifest = JSON.parse(textIn(archive, 'package.json') ?? '{}') as Readonly<Record<string, unknown>>
    return [...missing, ...judgeManifest(manifest), ...judgePreload(textIn(archive, main) ?? '')]
  },
}

function judgeManifest(manifest: Readonly<Record<string, unknown>>): readonly string[] {
  const expected = { main, type: 'module' }
  const wrong = Object.entries(expected).filter(([name, value]) => manifest[name] !== value)
  const needless = ['scripts', 'devDependencies'].filter((name) => name in manifest)
  return [
    ...wrong.map(([name]) => `package.json: ${name} is ${JSON.stringify(manifest[name])}`),
    ...needless.map((name) => `package.json: ${name} is of no use to a user`),
    ...(typeof manifest['version'] === 'string' ? [] : ['package.json: no version']),
  ]
}

function judgePreload(text: string): readonly string[] {
  return text.includes('preload/index.cjs') ? [] : ['main does not name its preload']
}
