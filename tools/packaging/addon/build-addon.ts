import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtempDisposable, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readBinaryTarget } from '../binary-target.ts'
import { targetOf, type Target } from '../targets.ts'
import { commandsFor, type Command } from './compilers.ts'
import { tooNewFor } from './oldest-systems.ts'
import { addonSource, nodeApiHeaders, prebuilt } from '../paths.ts'

export interface BuiltAddon {
  readonly path: string
  /** Hex. */
  readonly sha256: string
}

/**
 * Builds the addon for one target and puts it where electron-builder.yml takes it from.
 * @throws where a compiler is missing or fails, and where what it made is not what was asked for; nothing is kept then
 */
export async function buildAddon(target: Target): Promise<BuiltAddon> {
  const path = prebuilt(target)
  const output = `${path}.new`
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'addon-'))
  await writeFile(join(scratch.path, 'node.def'), await nodeApiNames())
  const host = targetOf(process.platform, process.arch)
  const commands = commandsFor({ target, host, output, scratch: scratch.path })
  await mkdir(dirname(path), { recursive: true })
  await rm(path, { force: true })
  for (const command of commands) run(command)
  const bytes = await check(output, target)
  await rename(output, path)
  await writeFile(`${path}.version`, `${await addonVersion()}\n`)
  return { path, sha256: sha256Of(bytes) }
}

/** The version of the source, which is written beside what is built from it. */
export async function addonVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(addonSource, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** In hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function check(output: string, target: Target): Promise<Uint8Array> {
  const got = await readBinaryTarget(output)
  const bytes = await readFile(output)
  const problems = got === target ? tooNewFor(target, bytes) : [`the compiler made ${got}`]
  if (problems.length === 0) return bytes
  await rm(output)
  throw new Error(`the addon for ${target}: ${problems.join(', ')}`)
}

function run({ program, parameters }: Command): void {
  const { error, status } = spawnSync(program, parameters, { stdio: 'inherit' })
  if (error !== undefined) throw new Error(`${program} is not here`, { cause: error })
  if (status !== 0) throw new Error(`${program} failed (${status ?? 'ended'})`)
}

/** The names that Node's own program exports, in the form that makes an import library. */
async function nodeApiNames(): Promise<string> {
  const lists = await Promise.all(
    ['js_native_api.def', 'node_api.def'].map((name) => readFile(join(nodeApiHeaders, 'def', name), 'utf8')),
  )
  const names = lists.flatMap((list) => list.split(/\s+/)).filter((name) => /^(napi|node_api)_\w+$/.test(name))
  return ['LIBRARY node.exe', 'EXPORTS', ...names, ''].join('\n')
}
