/** Process entry of the SKF worker: the only process that a vendor's SKF library is loaded into. */
import { toFailure } from '../../app-error.ts'
import { portOf, serveToken } from '../../../shared/token/worker-loop.ts'
import { stdioPort } from '../stdio/worker-port.ts'
import { createSkfHandlers } from './handlers.ts'
import { loadSkf } from './native/load-skf.ts'

serveToken({
  port: stdioPort(process) ?? portOf(process),
  handlers: createSkfHandlers({ loadSkf, now: () => performance.now() }),
  toFailure,
})
