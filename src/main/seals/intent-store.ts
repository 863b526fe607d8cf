import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { SealRegistration } from '../../shared/ipc/models-seals.ts'
import { AppError } from '../app-error.ts'
import { writeSafely } from '../files/write-safely.ts'
import type { IntentStore, SealIntent } from './ports.ts'

const IntentFile = z.array(
  z.object({ key: z.uuid(), owner: z.string(), at: z.iso.datetime(), registration: SealRegistration }),
)

/**
 * The registrations whose answer has not come, in one file of this folder. One that cannot be read is put aside: the
 * platform's list still tells of what was begun.
 */
export async function openIntents(folder: string): Promise<IntentStore> {
  const path = join(folder, 'registrations.json')
  let known = await load(path)
  const save = async (changed: readonly SealIntent[]) => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeSafely(path, `${JSON.stringify(changed, null, 2)}\n`)
    } catch (cause) {
      throw new AppError('seal.recordFailed', { details: { outcome: 'not-done' }, cause })
    }
    known = changed
  }
  return {
    list: () => known,
    add: (intent) => save([...known, intent]),
    remove: (key) => save(known.filter((intent) => intent.key !== key)),
  }
}

async function load(path: string): Promise<readonly SealIntent[]> {
  if (!existsSync(path)) return []
  try {
    return IntentFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    await rename(path, `${path}.${randomUUID()}.damaged`).catch(() => undefined)
    return []
  }
}
