import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { workerEntries } from '../../../src/main/worker-entries.ts'
import { koffiPath } from '../../packaging/koffi/koffi-files.ts'
import { root } from '../places.ts'
import type { Mutation } from './mutation.ts'
import { repack } from './repack.ts'

/** In the archive of the Linux package: nothing outside knows its hash, so that one inspection alone can see it. */
function inside(what: string, caughtBy: string, change: (folder: string) => void): Mutation {
  return { what, system: 'linux', caughtBy, apply: ({ archive }) => repack(archive.path, change) }
}

function edit(file: string, replace: (text: string) => string): (folder: string) => void {
  return (folder) => {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    const changed = replace(text)
    if (changed === text) throw new Error(`${file} has nothing to change`)
    writeFileSync(path, changed)
  }
}

const add = (file: string, content: string | Uint8Array) => (folder: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), content)
}
const remove = (file: string) => (folder: string) => rmSync(join(folder, file))
const main = 'out/main/index.js'
const page = 'out/renderer/index.html'
/** No key, but looks like one; put together so that this file does not. */
const key = ['-----BEGIN', `PRIVATE KEY-----\n${'MIIE'.repeat(16)}\n`].join(' ')

export const contentMutations: readonly Mutation[] = [
  inside('the SKF worker is left out', 'entries', remove(`out/main/${workerEntries.skf}`)),
  inside('the simulator is left out', 'entries', remove('out/main/simulator.js')),
  inside('the preload is left out', 'entries', remove('out/preload/index.cjs')),
  inside('package.json starts another file', 'entries', edit('package.json', swap('out/main/index.js', 'main.js'))),
  inside('package.json keeps its scripts', 'entries', edit('package.json', swap('{', '{"scripts":{"test":"x"},'))),
  inside(
    'main asks for a package that is not packed',
    'imports',
    edit(main, (text) => `import'axios';${text}`),
  ),
  inside('a chunk of main is left out', 'imports', (folder) => {
    const chunks = join(folder, 'out/main/chunks')
    rmSync(join(chunks, readdirSync(chunks).find((name) => name.startsWith('program')) ?? ''))
  }),
  inside('the package of the addon is left out', 'imports', (folder) => {
    rmSync(join(folder, 'node_modules/pkcs11js/package.json'))
  }),
  inside('koffi is left out', 'imports', (folder) => rmSync(join(folder, 'node_modules/koffi'), { recursive: true })),
  inside('a script of koffi is left out', 'imports', remove('node_modules/koffi/src/koffi/src/static.cjs')),
  inside('the page names a script that is not there', 'page', edit(page, swap('/assets/', '/other/'))),
  inside('the page loads a script from elsewhere', 'page', (folder) => {
    const tag = '<script src="https://cdn.example/x.js" nonce="__CSP_NONCE__"></script></head>'
    edit(page, swap('</head>', tag))(folder)
  }),
  inside(
    'a script of the page has lost its nonce',
    'page',
    edit(page, swap(' nonce="__CSP_NONCE__"></script>', '></script>')),
  ),
  inside(
    'the page has a script in its markup',
    'page',
    edit(page, swap('</head>', '<script nonce="__CSP_NONCE__">1</script></head>')),
  ),
  inside(
    'main allows inline scripts',
    'policy',
    edit(main, swap("script-src 'self'", "script-src 'self' 'unsafe-inline'")),
  ),
  inside('main lets the page connect', 'policy', edit(main, swap("connect-src 'none'", 'connect-src *'))),
  inside('an article is left out', 'run-time files', (folder) => {
    const articles = join(folder, 'resources/knowledge-base/zh-CN')
    rmSync(join(articles, readdirSync(articles).toSorted()[11] ?? ''))
  }),
  inside('a tray icon is left out', 'run-time files', remove('resources/tray/tray.png')),
  inside('a source map is packed', 'kept out', add('out/main/index.js.map', '{}')),
  inside('a source is packed', 'kept out', add('out/main/index.ts', 'export {}')),
  inside('the tests are packed', 'kept out', add('tests/e2e/fixture.js', 'export {}')),
  inside('a key file is packed', 'kept out', add('out/main/update.pem', 'nothing')),
  inside('an environment file is packed', 'kept out', add('.env', 'A=1')),
  inside('a source of koffi is packed', 'kept out', add('node_modules/koffi/src/koffi/src/type.hh', '')),
  inside('koffi’s own build is packed', 'kept out', add('node_modules/koffi/cnoke.cjs', '')),
  inside('koffi for musl is packed', 'kept out', add('node_modules/@koromix/koffi-linux-x64/musl_x64/koffi.node', '')),
  inside('koffi for another system is packed', 'kept out', add(koffiPath('win-x64'), '')),
  inside('another package is packed', 'kept out', add('node_modules/axios/index.js', '')),
  inside(
    'a private key stands in a script',
    'secrets',
    edit(main, (text) => `${text}\n/*${key}*/`),
  ),
  inside(
    'a script names its source map',
    'secrets',
    edit(main, (text) => [`${text}\n//#`, 'sourceMappingURL=index.js.map'].join(' ')),
  ),
  inside(
    'a script tells where it was built',
    'secrets',
    edit(main, (text) => `${text}\n/* ${join(root, 'src/main/index.ts')} */`),
  ),
  inside(
    'a token of a service stands in a script',
    'secrets',
    edit(main, (text) => `${text}\n/*ghp_${'a1'.repeat(18)}*/`),
  ),
  inside(
    'the archive has grown',
    'size',
    edit(main, (text) => `${text}\n/*${randomBytes(2_500_000).toString('hex')}*/`),
  ),
  {
    ...{ what: 'a byte of the archive has changed', system: 'linux', caughtBy: 'file integrity' },
    apply: ({ archive }) => {
      const content = readFileSync(archive.path)
      const last = content.length - 1
      content[last] = (content[last] ?? 0) ^ 1
      writeFileSync(archive.path, content)
    },
  },
  {
    ...{ what: 'something else is unpacked', system: 'linux', caughtBy: 'unpacked' },
    apply: ({ archive }) => writeFileSync(`${archive.path}.unpacked/index.js`, ''),
  },
  {
    ...{ what: 'a folder app lies beside the archive', system: 'linux', caughtBy: 'unpacked' },
    apply: ({ resources }) => mkdirSync(join(resources, 'app')),
  },
  {
    ...{ what: 'a text beside the archive holds a private key', system: 'linux', caughtBy: 'secrets' },
    apply: ({ resources }) => appendFileSync(join(resources, 'licenses/third-party.txt'), key),
  },
  {
    ...{ what: 'the archive of another build', system: 'win', caughtBy: 'header integrity' },
    apply: ({ archive }) => repack(archive.path, edit('package.json', swap('{', '{"other":1,'))),
  },
  {
    ...{ what: 'the archive of another build', system: 'mac', caughtBy: 'header integrity' },
    apply: ({ archive }) => repack(archive.path, edit('package.json', swap('{', '{"other":1,'))),
  },
]

function swap(old: string, next: string): (text: string) => string {
  return (text) => text.replace(old, next)
}
