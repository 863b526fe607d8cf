import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, readFile, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const here = import.meta.dirname
const headers = join(dirname(createRequire(import.meta.url).resolve('pkcs11js')), 'includes', 'pkcs11')

/** Builds the forwarding PKCS#11 module (needs gcc; built once per version of its source) and answers with its path. */
export function buildForwarder(): Promise<string> {
  return build('forwarder.c', ['functions.h'])
}

/** Builds the library that kills a process in the middle of writing, when it is preloaded. */
export function buildKillAtTruncate(): Promise<string> {
  return build('kill-at-truncate.c', [])
}

/** Builds a library that crashes as soon as it is used; it leaves an x in `<its path>.tries` each time. */
export function buildCrashOnLoad(): Promise<string> {
  return build('crash-on-load.c', [])
}

/** Builds the module that answers as a careless vendor's might. */
export function buildOddModule(): Promise<string> {
  return build('../odd-module/odd-module.c', ['functions.h'])
}

async function build(source: string, included: readonly string[]): Promise<string> {
  const texts = await Promise.all([source, ...included].map((file) => readFile(join(here, file))))
  const version = createHash('sha256').update(Buffer.concat(texts)).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `pkcs11-forwarder-${version}-${process.getuid?.() ?? 0}`)
  const library = join(folder, basename(source).replace('.c', '.so'))
  if (await isThere(library)) return library
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Several test files may build at the same time: each beside the place, the last one in wins with the same bytes.
  const unfinished = `${library}.${process.pid}`
  await run('gcc', ['-shared', '-fPIC', '-O2', '-Wall', '-I', headers, '-o', unfinished, join(here, source), '-ldl'])
  await rename(unfinished, library)
  return library
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
