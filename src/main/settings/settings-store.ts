import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { LanguageChoice, TextSize } from '../../shared/ipc/models-appearance.ts'
import { AppError } from '../app-error.ts'
import { putAside } from '../files/put-aside.ts'
import { writeSafely } from '../files/write-safely.ts'
import { ConnectionFile } from './connection-settings.ts'
import type { Managed } from './managed/managed.ts'

const SettingsFile = z.object({
  platformAddress: z.string().optional(),
  modules: z.array(z.string()).default([]),
  rememberedAccount: z.string().optional(),
  connection: ConnectionFile.optional(),
  /** Base64 of the certificates of authorities that the user trusts besides those of the program. */
  trustedAuthorities: z.array(z.base64()).optional(),
  /** Where updates of the program come from; none are looked for without it. */
  updateAddress: z.string().optional(),
  /** Of a newer program, perhaps: what is not known here is no reason to put the whole file aside. */
  language: LanguageChoice.optional().catch(undefined),
  textSize: TextSize.optional().catch(undefined),
})
export type Settings = Readonly<z.output<typeof SettingsFile>> & {
  /** What an administrator has set; it is in these settings already, and never in the file. */
  readonly managed?: Managed
}

export interface SettingsStore {
  read(): Settings
  /** Saves and answers with the new settings. Code settings.saveFailed: nothing has changed then. */
  change(change: Change): Promise<Settings>
}

/** What becomes other; made from the settings as they are when its turn comes, where it depends on them. */
type Change = Partial<Settings> | ((settings: Settings) => Partial<Settings>)

/**
 * Settings as one JSON file. A file that cannot be read is put aside, not overwritten: it may be all that tells which
 * platform and driver the user had chosen.
 */
export async function openSettings(path: string): Promise<SettingsStore> {
  let settings = await load(path)
  let last: Promise<unknown> = Promise.resolve()
  const save = async (change: Change) => {
    const changed = { ...settings, ...(typeof change === 'function' ? change(settings) : change) }
    try {
      await writeSafely(path, `${JSON.stringify(changed, null, 2)}\n`)
    } catch (cause) {
      throw new AppError('settings.saveFailed', { cause })
    }
    settings = changed
    return settings
  }
  return {
    read: () => settings,
    // One after the other: a change that is made from what another is replacing would undo it.
    change: (change) => {
      const saved = last.then(() => save(change))
      last = saved.catch(() => undefined)
      return saved
    },
  }
}

async function load(path: string): Promise<Settings> {
  if (!existsSync(path)) return SettingsFile.parse({})
  try {
    return SettingsFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    await putAside(path)
    return SettingsFile.parse({})
  }
}
