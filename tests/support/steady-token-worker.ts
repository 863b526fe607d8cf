// The PKCS#11 worker with a clock that stands still: how many calls it makes does not depend on how busy the machine is.
import { toFailure } from '../../src/main/app-error.ts'
import { createTokenHandlers } from '../../src/main/token/worker/handlers.ts'
import { loadModule } from '../../src/main/token/worker/load-module.ts'
import { portOf, serveToken } from '../../src/shared/token/worker-loop.ts'

serveToken({ port: portOf(process), handlers: createTokenHandlers({ loadModule, now: () => 0 }), toFailure })
