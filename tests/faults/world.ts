import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlatformSimulator, type PlatformSimulator } from '../../simulator/platform/platform-simulator.ts'
import type { FaultyKey } from './keys/key.ts'
import { openKey } from './keys/open-key.ts'
import type { Template } from './template.ts'

/** A desk of its own for one scenario, as the template left it: key, platform, the program's data. */
export interface World {
  readonly template: Template
  readonly key: FaultyKey
  /** For whatever a scenario has to keep meanwhile. */
  readonly folder: string
  readonly simulator: PlatformSimulator
  readonly origin: string
  readonly userData: string
  /** The file that always holds the newest SMS code, for a program in a process of its own. */
  readonly codeFile: string
  /** Each SMS that the user has asked for. */
  smsRequests: number
  readonly close: () => Promise<void>
}

export async function openWorld(template: Template): Promise<World> {
  const key = await openKey(template)
  const [folder, userData] = [mkdtempSync(join(tmpdir(), 'world-')), mkdtempSync(join(tmpdir(), 'faults-'))]
  const stateFile = join(folder, 'platform.json')
  cpSync(join(template.folder, 'platform.json'), stateFile)
  const simulator = await createPlatformSimulator({ stateFile, smsResendMs: 0 })
  const { origin } = await simulator.listen()
  const codeFile = join(folder, 'code')
  simulator.inbox.subscribe(({ code }) => writeFileSync(codeFile, code))
  return {
    ...{ template, key, folder, simulator, origin, userData, codeFile, smsRequests: 0 },
    close: async () => {
      await simulator.close()
      key.remove()
      for (const path of [folder, userData]) rmSync(path, { recursive: true, force: true })
    },
  }
}

export function newestCode({ codeFile }: Pick<World, 'codeFile'>): string {
  return existsSync(codeFile) ? readFileSync(codeFile, 'utf8') : '000000'
}
