import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runBuilder } from '../tools/package-check/build/run-builder.ts'
import { openWorkshop } from '../tools/package-check/build/workshop.ts'
import { packagesFolder } from '../tools/package-check/places.ts'
import { openProgram } from '../tools/package-check/program/packed-program.ts'
import { median, progress, rounded } from './measure.ts'

const root = resolve(import.meta.dirname, '..')
const runs = 7

/** The package for Linux on a stub of Electron, whose own files are not counted: `linuxUnpackedFiles` are those in resources. */
export async function measurePackage() {
  progress('package')
  const { configuration, environment } = await openWorkshop()
  const findings = await runBuilder({ system: 'linux', kinds: ['dir'], configuration, environment })
  if (findings.length > 0) throw new Error(findings.join('\n'))
  const program = openProgram(join(packagesFolder, 'linux-unpacked'), { system: 'linux', arch: 'x64' })
  const entries = readdirSync(program.resources, { recursive: true, withFileTypes: true })
  return { asarBytes: program.archive.bytes, linuxUnpackedFiles: entries.filter((entry) => entry.isFile()).length }
}

/** `jsGzipBytes`: the scripts that the page names, which is all that the first screen waits for. At most 450,000. */
export function measureRenderer() {
  const folder = join(root, 'out/renderer')
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/src="\.\/(assets\/[\w-]+\.js)"/g)].map(([, path = '']) => path)
  const bytes = scripts.map((path) => gzipSync(readFileSync(join(folder, path))).length)
  return { jsGzipBytes: bytes.reduce((sum, size) => sum + size, 0) }
}

/** `evaluateMs`: reading main and the program behind it, under Node; median of fresh processes. */
export function measureMain() {
  progress('main')
  const home = mkdtempSync(join(tmpdir(), 'bench-main-'))
  try {
    const hooks = join(root, 'tools/chromium-host/hooks.ts')
    const script = join(root, 'bench/evaluate-main.ts')
    const times = Array.from({ length: runs }, () =>
      Number(
        execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '-r', hooks, script], {
          ...{ encoding: 'utf8', env: { ...process.env, XDG_CONFIG_HOME: home } },
        }),
      ),
    )
    return { evaluateMs: rounded(median(times)) }
  } finally {
    rmSync(home, { recursive: true })
  }
}
