import { toFailure } from '../app-error.ts'
import type { Log } from '../logging/log.ts'
import type { TokenModules } from '../token/token-modules.ts'
import type { DemoSlot } from './demo-slot.ts'

/** Starts the demonstration and uses its key; where that fails there is no key, and the log says why. Never rejects. */
export async function useDemo(demo: DemoSlot, modules: TokenModules, log: Log): Promise<void> {
  try {
    const { token } = await demo.start()
    modules.use([{ path: token.modulePath, environment: token.environment }])
  } catch (error) {
    log.failure('demo', toFailure(error), error)
    modules.use([])
  }
}
