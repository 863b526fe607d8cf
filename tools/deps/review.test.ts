import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { specifiersOf } from './imported-packages.ts'
import { Lock, Manifest, type LockedPackage } from './project.ts'
import { readProject } from './read-project.ts'
import { review } from './review.ts'
import { isAllowed } from './rules/licences.ts'
import { shippedPackages } from './shipped.ts'

type Change = Readonly<Record<string, unknown>>
const hash = `sha512-${'A'.repeat(86)}==`
const locked = (change: Change = {}) => ({ version: '1.0.0', integrity: hash, license: 'MIT', ...change })

/** A project that no rule finds fault with: shown → helper, and a tool that is not shipped. */
const sound = {
  manifest: {
    dependencies: { pkcs11js: '1.0.0', koffi: '1.0.0' } as Change,
    devDependencies: { shown: '1.0.0', tool: '1.0.0' } as Change,
    allowScripts: { pkcs11js: true, koffi: false } as Change,
  },
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { pkcs11js: '1.0.0', koffi: '1.0.0' }, devDependencies: { shown: '1.0.0', tool: '1.0.0' } },
    'node_modules/pkcs11js': locked(),
    'node_modules/koffi': locked({ hasInstallScript: true, optionalDependencies: { native: '1.0.0' } }),
    'node_modules/native': locked(),
    'node_modules/shown': locked({ dependencies: { helper: '^1.0.0' } }),
    'node_modules/helper': locked(),
    'node_modules/tool': locked({ license: 'GPL-3.0-only', dependencies: { helper: '^2.0.0' } }),
    'node_modules/tool/node_modules/helper': locked({ version: '2.0.0', license: 'GPL-3.0-only' }),
  } as Readonly<Record<string, Change>>,
  withScripts: ['node_modules/pkcs11js'],
}

type Changes = Partial<Record<keyof typeof sound, unknown>>

function findingsOf(changes: Changes) {
  return reviewOf(changes).map(({ rule, subject }) => `${rule} ${subject}`)
}

function reviewOf({ manifest = {}, packages = {}, ...change }: Changes) {
  const { lockfileVersion, withScripts } = { ...sound, ...(change as Partial<typeof sound>) }
  const project = {
    manifest: Manifest.parse({ ...sound.manifest, ...(manifest as Change) }),
    lock: Lock.parse({ lockfileVersion, packages: { ...sound.packages, ...(packages as Change) } }),
    imported: ['shown'],
    withScripts,
  }
  return review(project)
}

it('finds nothing in a sound project, whatever licence a tool has and whatever version it brings', () => {
  expect(findingsOf({})).toEqual([])
})

const manifestOf = (field: string, entries: Change) => ({
  manifest: { [field]: { ...sound.manifest[field as keyof typeof sound.manifest], ...entries } },
})
const packageOf = (folder: string, change: Change) => ({
  packages: { [`node_modules/${folder}`]: { ...sound.packages[`node_modules/${folder}`], ...change } },
})

it.each([
  ['a range', manifestOf('devDependencies', { tool: '^1.0.0' }), 'pinned tool'],
  ['a tag', manifestOf('devDependencies', { tool: 'latest' }), 'pinned tool'],
  ['an address of git', manifestOf('devDependencies', { tool: 'github:some/tool' }), 'pinned tool'],
  ['another version locked', packageOf('tool', { version: '1.0.1' }), 'pinned tool'],
  ['one that package.json does not name', { manifest: { devDependencies: { tool: '1.0.0' } } }, 'pinned shown'],
  ['an old lock file', { lockfileVersion: 1 }, 'locked package-lock.json'],
  ['no hash', packageOf('helper', { integrity: undefined }), 'locked helper@1.0.0'],
  ['a weak hash', packageOf('helper', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }), 'locked helper@1.0.0'],
  ['a weak hash beside', packageOf('helper', { integrity: `sha1-x ${hash}` }), 'locked helper@1.0.0'],
  ['git', packageOf('helper', { resolved: 'git+ssh://git@github.com/a/b.git#1' }), 'locked helper@1.0.0'],
  ['plain http', packageOf('helper', { resolved: 'http://packages.example/a.tgz' }), 'locked helper@1.0.0'],
  ['an address', packageOf('helper', { resolved: 'https://packages.example/a.tgz' }), 'locked helper@1.0.0'],
  ['a file', packageOf('helper', { resolved: 'file:../helper' }), 'locked helper@1.0.0'],
  ['a link', packageOf('helper', { link: true }), 'locked helper@1.0.0'],
  ['no version', packageOf('helper', { version: undefined }), 'locked helper@?'],
  ['a licence in what is shipped', packageOf('helper', { license: 'GPL-3.0-only' }), 'licences helper@1.0.0'],
  ['no licence', packageOf('helper', { license: undefined }), 'licences helper@1.0.0'],
  ['a licence of a native part', packageOf('native', { license: 'GPL-3.0-only' }), 'licences native@1.0.0'],
  ['a licence of what goes unbundled', packageOf('pkcs11js', { license: 'UNLICENSED' }), 'licences pkcs11js@1.0.0'],
  ['a script', packageOf('helper', { hasInstallScript: true }), 'scripts helper@1.0.0'],
  ['a script of a tool', packageOf('tool', { hasInstallScript: true }), 'scripts tool@1.0.0'],
  [
    'something to build, of which the lock file does not tell',
    { withScripts: ['node_modules/pkcs11js', 'node_modules/tool/node_modules/helper'] },
    'scripts helper@2.0.0',
  ],
  ['a leave for nobody', manifestOf('allowScripts', { gone: false }), 'scripts gone'],
  [
    'two versions shipped',
    {
      packages: {
        'node_modules/shown': locked({ dependencies: { helper: '1', other: '1' } }),
        'node_modules/other': locked({ dependencies: { helper: '2' } }),
        'node_modules/other/node_modules/helper': locked({ version: '2.0.0' }),
      },
    },
    'duplicates helper',
  ],
  ['one that is given up', packageOf('tool', { deprecated: 'use another' }), 'deprecated tool@1.0.0'],
  ['one more to ship as files', manifestOf('dependencies', { helper: '1.0.0' }), 'unbundled helper'],
])('finds %s', (_, change, finding) => {
  expect(findingsOf(change)).toEqual([finding])
})

it('tells a range from another version', () => {
  const problems = ['^1.0.0', '1.0.1'].flatMap((version) =>
    reviewOf(manifestOf('devDependencies', { tool: version })).map(({ problem }) => problem),
  )
  expect(problems).toEqual(['^1.0.0 is a range, not a version', '1.0.1 is asked for, 1.0.0 is locked'])
})

it.each(['pkcs11js', 'koffi'])('finds that %s is missing', (name) => {
  const { [name]: version, ...dependencies } = sound.manifest.dependencies
  const manifest = { dependencies, devDependencies: { ...sound.manifest.devDependencies, [name]: version } }
  expect(findingsOf({ manifest })).toContain(`unbundled ${name}`)
})

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND ISC', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-only OR AGPL-3.0-only', false],
  ['MIT-like', false],
  ['', false],
])('reads the licence %s', (expression, isOne) => {
  expect(isAllowed(expression)).toBe(isOne)
})

it('follows what is imported, now or later, and what that needs itself', () => {
  const text = `
    import type { A } from 'types-only'
    import { b } from 'now'
    export { c } from '@scope/now/part'
    const d = await import('later')
    const e = "import x from 'in-a-text'"`
  expect(specifiersOf('a.ts', text)).toEqual(['now', '@scope/now/part', 'later'])
  const peers = { peerDependencies: { peer: '1', maybe: '1' }, peerDependenciesMeta: { maybe: { optional: true } } }
  const packages: Readonly<Record<string, Partial<LockedPackage>>> = {
    'node_modules/electron': { dependencies: { downloader: '1' } },
    'node_modules/downloader': {},
    'node_modules/a': { dependencies: { b: '1' }, optionalDependencies: { c: '1', absent: '1' }, ...peers },
    'node_modules/b': {},
    'node_modules/a/node_modules/b': { dependencies: { d: '1' } },
    'node_modules/c': {},
    'node_modules/d': {},
    'node_modules/peer': {},
    'node_modules/maybe': {},
  }
  const lock = Lock.parse({ lockfileVersion: 3, packages })
  const shipped = shippedPackages({ manifest: Manifest.parse({}), lock, imported: ['electron', 'a'], withScripts: [] })
  const inside = ['a', 'a/node_modules/b', 'c', 'd', 'electron', 'peer']
  expect([...shipped.keys()].sort()).toEqual(inside.map((name) => `node_modules/${name}`))
})

it('finds nothing in this very project', () => {
  const project = readProject(resolve(import.meta.dirname, '../..'))
  expect(project.imported).toContain('antd')
  expect(shippedPackages(project).size).toBeGreaterThan(100)
  expect(review(project)).toEqual([])
})
