/** Process entry of the PKCS#11 worker: the only process that a vendor's module is loaded into. */
import { toFailure } from '../../app-error.ts'
import { portOf, serveToken } from '../../../shared/token/worker-loop.ts'
import { stdioPort } from '../stdio/worker-port.ts'
import { createTokenHandlers } from './handlers.ts'
import { loadModule } from './load-module.ts'

serveToken({
  port: stdioPort(process) ?? portOf(process),
  handlers: createTokenHandlers({ loadModule, now: () => performance.now() }),
  toFailure,
})
