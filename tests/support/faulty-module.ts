import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from './desk.ts'
import { buildForwarder } from './pkcs11-forwarder/build.ts'

/** The desk's module behind one that can be told to misbehave, and to have no key in it. */
export interface FaultyModule {
  readonly path: string
  readonly environment: Readonly<Record<string, string>>
  /** From now on every call of this function never returns. */
  hang(functionName: string): void
  /** From now on a call of this function ends the process. */
  crash(functionName: string): void
  /** From now on every call of this function takes so many milliseconds more. */
  delay(functionName: string, ms: number): void
  mend(): void
  unplug(): void
  plug(): void
}

export async function createFaultyModule(desk: Desk): Promise<FaultyModule> {
  const faults = join(desk.userData, 'faults')
  const unplugged = join(desk.userData, 'unplugged')
  return {
    path: await buildForwarder(),
    environment: {
      FORWARDER_MODULE: desk.modulePath,
      FORWARDER_FAULT: `@${faults}`,
      FORWARDER_UNPLUGGED: unplugged,
    },
    hang: (functionName) => writeFileSync(faults, `${functionName}:0:hang`),
    crash: (functionName) => writeFileSync(faults, `${functionName}:0:abort`),
    delay: (functionName, ms) => writeFileSync(faults, `${functionName}:0:delay=${ms}`),
    mend: () => rmSync(faults, { force: true }),
    unplug: () => writeFileSync(unplugged, ''),
    plug: () => rmSync(unplugged, { force: true }),
  }
}
