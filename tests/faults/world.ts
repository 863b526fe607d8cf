import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlatformSimulator, type PlatformSimulator } from '../../simulator/platform/platform-simulator.ts'
import { countedCalls } from '../support/pkcs11-forwarder/counted-calls.ts'
import { createSoftHsmStore, type SoftHsmStore } from '../support/softhsm.ts'
import type { Template } from './template.ts'

/** A desk of its own for one scenario, as the template left it: key, platform, the program's data. */
export interface World {
  readonly template: Template
  readonly store: SoftHsmStore
  readonly simulator: PlatformSimulator
  readonly origin: string
  readonly userData: string
  /** What the program's token workers find in their environment: the forwarder in front of the key. */
  readonly environment: Readonly<Record<string, string>>
  /** A fault in the forwarder's words, from now on. */
  readonly fault: (text: string) => void
  /** Whether the fault that was armed to strike once has not struck yet. */
  readonly isArmed: () => boolean
  readonly mend: () => void
  readonly calls: () => readonly string[]
  /** The file that always holds the newest SMS code, for a program in a process of its own. */
  readonly codeFile: string
  /** Each SMS that the user has asked for. */
  smsRequests: number
  readonly close: () => Promise<void>
}

export async function openWorld(template: Template, forwarder: string): Promise<World> {
  const store = createSoftHsmStore()
  cpSync(join(template.folder, 'tokens'), join(store.folder, 'tokens'), { recursive: true })
  const userData = mkdtempSync(join(tmpdir(), 'faults-'))
  const stateFile = join(store.folder, 'platform.json')
  cpSync(join(template.folder, 'platform.json'), stateFile)
  const simulator = await createPlatformSimulator({ stateFile, smsResendMs: 0 })
  const { origin } = await simulator.listen()
  const codeFile = join(store.folder, 'code')
  simulator.inbox.subscribe(({ code }) => writeFileSync(codeFile, code))
  const [fault, counted] = [join(store.folder, 'fault'), join(store.folder, 'calls')]
  return {
    ...{ template, store, simulator, origin, userData, codeFile, smsRequests: 0 },
    environment: {
      ...store.environment,
      FORWARDER_MODULE: template.modulePath,
      FORWARDER_FAULT: `@${fault}`,
      FORWARDER_COUNT: counted,
      FORWARDER_PATH: forwarder,
    },
    fault: (text) => writeFileSync(fault, text),
    isArmed: () => existsSync(fault),
    mend: () => rmSync(fault, { force: true }),
    calls: () => countedCalls(counted).take(),
    close: async () => {
      await simulator.close()
      store.remove()
      rmSync(userData, { recursive: true, force: true })
    },
  }
}

export function newestCode({ codeFile }: Pick<World, 'codeFile'>): string {
  return existsSync(codeFile) ? readFileSync(codeFile, 'utf8') : '000000'
}
