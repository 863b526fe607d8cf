import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How the module lays its structures out: octets of ULONG, and whether they are packed. */
export type SkfAbi = 'u4-packed' | 'u4-natural' | 'u8-packed' | 'u8-natural'

export const skfAbis = ['u4-packed', 'u4-natural', 'u8-packed', 'u8-natural'] as const satisfies readonly SkfAbi[]

/** How its functions are found: by their names, or in the table of SKF_GetFuncList and no other way. */
export type SkfForm = 'names' | 'table'

const here = import.meta.dirname
const sources = readdirSync(here).filter((file) => /\.[ch]$/.test(file))
const abiFlags: Readonly<Record<SkfAbi, readonly string[]>> = {
  'u4-packed': [],
  'u4-natural': ['-DSKF_NATURAL'],
  'u8-packed': ['-DSKF_ULONG_8'],
  'u8-natural': ['-DSKF_ULONG_8', '-DSKF_NATURAL'],
}

/** Builds the software SKF module (needs gcc and libssl-dev; once per version of its source) and answers with its path. */
export function buildSoftSkf(abi: SkfAbi = 'u4-packed', form: SkfForm = 'names'): string {
  const texts = [...sources, 'build.ts'].map((file) => readFileSync(join(here, file)))
  const version = createHash('sha256').update(Buffer.concat(texts)).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `softskf-${version}-${process.getuid?.() ?? 0}`)
  const library = join(folder, `libsoftskf-${abi}-${form}.so`)
  if (existsSync(library)) return library
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Several test files may build at the same time: each beside the place, the last one in wins with the same octets.
  const unfinished = `${library}.${process.pid}`
  const flags = [...abiFlags[abi], ...(form === 'table' ? ['-DSKF_TABLE'] : [])]
  const files = sources.filter((file) => file.endsWith('.c')).map((file) => join(here, file))
  const strict = ['-O2', '-Wall', '-Wextra', '-Werror', '-fvisibility=hidden']
  execFileSync('gcc', ['-shared', '-fPIC', ...strict, ...flags, '-o', unfinished, ...files, '-lcrypto'])
  renameSync(unfinished, library)
  return library
}
