import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureKoffi } from '../../packaging/koffi/ensure-koffi.ts'
import { nativePartFor } from '../../packaging/koffi/koffi-files.ts'
import { readLockFile } from '../../packaging/lock-file.ts'
import { isNpmFailure } from '../../packaging/npm.ts'
import type { Target } from '../../packaging/targets.ts'
import type { Skipped } from '../finding.ts'
import { generatedFolder } from '../places.ts'
import { headerFor } from './header-for.ts'
import { packedTargets } from './stub-prebuilds.ts'

/**
 * Puts koffi's native part for every package where the check's electron-builder takes it from: the real one, or a header
 * without code behind it where npm has not installed it and cannot fetch it. Answers with the latter, and throws in CI.
 */
export async function writeStubKoffi(): Promise<readonly Skipped[]> {
  const skipped: Skipped[] = []
  const work = [
    ...packedTargets.map((target) => [target, join(generatedFolder, 'koffi', target)] as const),
    ['win-ia32', join(generatedFolder, 'node32/node_modules')] as const,
  ]
  for (const [target, folder] of work) {
    const why = await place(target, folder)
    if (why !== undefined) skipped.push({ package: target, why })
  }
  return skipped
}

async function place(target: Target, folder: string): Promise<string | undefined> {
  try {
    cpSync(await ensureKoffi(target), folder, { recursive: true })
    return undefined
  } catch (error) {
    if (!isNpmFailure(error) || process.env['CI'] === 'true') throw error
    await writeStub(target, folder)
    return 'koffi is a header only: it could not be fetched'
  }
}

async function writeStub(target: Target, folder: string): Promise<void> {
  const { name, binary } = nativePartFor(target)
  const { version } = (await readLockFile())(`node_modules/${name}`)
  const files = {
    'package.json': JSON.stringify({ name, version }),
    'index.js': `module.exports = require('./${binary}')\n`,
    [binary]: await headerFor(target),
  }
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, name, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
}
