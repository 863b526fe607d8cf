// The SKF worker with a clock that stands still: how many calls it makes does not depend on how busy the machine is.
import { toFailure } from '../../src/main/app-error.ts'
import { createSkfHandlers } from '../../src/main/token/skf/handlers.ts'
import { loadSkf } from '../../src/main/token/skf/native/load-skf.ts'
import { portOf, serveToken } from '../../src/shared/token/worker-loop.ts'

serveToken({ port: portOf(process), handlers: createSkfHandlers({ loadSkf, now: () => 0 }), toFailure })
