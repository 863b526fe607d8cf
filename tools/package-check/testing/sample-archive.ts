import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createPackageWithOptions } from '@electron/asar'
import { workerEntries } from '../../../src/main/worker-entries.ts'
import { koffiFiles, nativePartFor } from '../../packaging/koffi/koffi-files.ts'
import type { Target } from '../../packaging/targets.ts'
import { addonPath } from '../inspections/addon.ts'
import { root } from '../places.ts'

const policy = [
  ...["default-src 'none'", "script-src 'self'", "connect-src 'none'", "base-uri 'none'", "form-action 'none'"],
  "frame-ancestors 'none'",
]

/** As small as a program can be that has everything an inspection asks for. */
const texts: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ version: '0.0.0', type: 'module', main: 'out/main/index.js' }),
  'out/main/index.js': [
    ...["import'electron'", "import'node:fs'", "import('./chunks/program-a.js')", "'../preload/index.cjs'"],
    `\`${policy.join('; ')}\``,
  ].join(';'),
  'out/main/chunks/program-a.js': 'export{}',
  'out/main/token-worker.js': "import{createRequire as r}from'node:module';r(import.meta.url)(`pkcs11js`)",
  [`out/main/${workerEntries.skf}`]: 'import{createRequire as r}from"node:module";r(import.meta.url)(`koffi`)',
  'out/main/soft-token-worker.js': "import'./chunks/program-a.js'",
  'out/main/simulator.js': "import'node:http'",
  'out/preload/index.cjs': "require('electron')",
  'out/renderer/index.html': `<html><head><link rel="icon" href="data:," />
<script type="module" src="./assets/start-a.js" nonce="__CSP_NONCE__"></script>
<link rel="stylesheet" href="./assets/start-a.css" nonce="__CSP_NONCE__"></head><body></body></html>`,
  'out/renderer/assets/start-a.js': 'const __vite__mapDeps=(i,d=["./start-a.css"])=>i;import("./page-a.js")',
  'out/renderer/assets/page-a.js': 'new Worker(new URL(`worker-a.js`,import.meta.url))',
  'out/renderer/assets/worker-a.js': '',
  'out/renderer/assets/start-a.css': '',
}

interface Native {
  readonly target: Target
  /** Stands in for every native file. */
  readonly file: Uint8Array
}

/** Packs it with the project's own resources, the addon's own package and koffi's. */
export async function writeSampleArchive(archive: string, scratch: string, { target, file }: Native): Promise<void> {
  for (const [path, content] of Object.entries(texts)) write(join(scratch, path), content)
  for (const folder of ['resources/knowledge-base', 'resources/tray'])
    cpSync(join(root, folder), join(scratch, folder), { recursive: true })
  for (const name of ['package.json', 'index.js', 'LICENSE'])
    cpSync(join(root, 'node_modules/pkcs11js', name), join(scratch, 'node_modules/pkcs11js', name))
  write(join(scratch, addonPath), file)
  writeKoffi(join(scratch, 'node_modules'), { target, file })
  await createPackageWithOptions(scratch, archive, { unpack: '*.node' })
}

/** As it is laid out in a package, with the native part for a target. */
export function writeKoffi(modules: string, { target, file }: Native): void {
  for (const name of koffiFiles) {
    mkdirSync(dirname(join(modules, 'koffi', name)), { recursive: true })
    cpSync(join(root, 'node_modules/koffi', name), join(modules, 'koffi', name))
  }
  const { name, binary } = nativePartFor(target)
  write(join(modules, name, 'package.json'), JSON.stringify({ name }))
  write(join(modules, name, 'index.js'), `module.exports = require('./${binary}')`)
  write(join(modules, name, binary), file)
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
