import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { koffiLimits, tooNewFor } from '../addon/oldest-systems.ts'
import { readBinaryTarget } from '../binary-target.ts'
import type { Target } from '../targets.ts'
import { nativePartFor } from './koffi-files.ts'

interface Work {
  readonly target: Target
  /** The package of the native part, as npm has it. */
  readonly from: string
  /** Gets the package, as a folder `node_modules` has it. */
  readonly folder: string
}

/** Copies what is shipped of a native part. @throws before that where it is for something else, or for newer systems only */
export async function layOutKoffi({ target, from, folder }: Work): Promise<void> {
  const { name, files, binary } = nativePartFor(target)
  const problems = await problemsOf(join(from, binary), target)
  if (problems.length > 0) throw new Error(`koffi for ${target}: ${problems.join(', ')}`)
  for (const file of files) {
    const path = join(folder, name, file)
    await mkdir(dirname(path), { recursive: true })
    await copyFile(join(from, file), path)
  }
}

async function problemsOf(binary: string, target: Target): Promise<readonly string[]> {
  const got = await readBinaryTarget(binary)
  return got === target ? tooNewFor(target, await readFile(binary), koffiLimits) : [`its file is ${got}`]
}
