/**
 * Asks a module for its list while one call after the other answers with one CKR code after the other, each time from
 * nothing, and prints what came of it. A process of its own: the module is told its faults by the environment.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { toFailure } from '../../src/main/app-error.ts'
import { createTokenHandlers } from '../../src/main/token/worker/handlers.ts'
import { loadModule } from '../../src/main/token/worker/load-module.ts'

export interface Refusal {
  readonly call: string
  readonly rv: number
  /** Certificates that were shown, or the code of the failure. */
  readonly outcome: number | string
}

const [modulePath = '', faults = '', calls = '', codes = ''] = process.argv.slice(2)
const module = loadModule(modulePath)

async function listWith(call: string, rv: number): Promise<Refusal> {
  writeFileSync(faults, `${call}:0:rv=${rv}`)
  const handlers = createTokenHandlers({ loadModule: () => module, now: () => 0 })
  try {
    await handlers.open({ modulePath })
    const { tokens } = await handlers.list({})
    return { call, rv, outcome: tokens.flatMap(({ certificates }) => certificates).length }
  } catch (thrown) {
    return { call, rv, outcome: toFailure(thrown).code }
  } finally {
    rmSync(faults)
  }
}

const refusals: Refusal[] = []
for (const call of calls.split(',')) {
  for (const code of codes.split(',')) refusals.push(await listWith(call, Number(code)))
}
process.stdout.write(JSON.stringify(refusals))
