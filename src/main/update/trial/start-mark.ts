import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { writeSafely } from '../../files/write-safely.ts'
import { Version } from '../feed/feed-content.ts'
import { KeptPackage } from '../kept-package.ts'

const StartMark = z.object({
  /** The version that is being put in the place of this one. */
  version: Version,
  /**
   * `pending` → `passed`: it has shown its window and runs. `going-back`: it did not, and the version before it is being
   * put back.
   */
  state: z.enum(['pending', 'passed', 'going-back']),
  /** Its starts so far that did not end in `passed`. */
  attempts: z.int().nonnegative(),
  /** The version before it, where its package is kept. */
  previous: KeptPackage.optional(),
  /** Its own package, which the next update can go back to. */
  own: KeptPackage.optional(),
})
export type StartMark = Readonly<z.output<typeof StartMark>>

export function startMarkPath(userData: string): string {
  return join(userData, 'update', 'start.json')
}

/** Undefined where there is none, or none that can be read: then nothing is known, and nothing is done. */
export async function readStartMark(path: string): Promise<StartMark | undefined> {
  if (!existsSync(path)) return undefined
  try {
    return StartMark.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

export async function writeStartMark(path: string, mark: StartMark): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeSafely(path, JSON.stringify(mark))
}

export async function removeStartMark(path: string): Promise<void> {
  await rm(path, { force: true })
}
