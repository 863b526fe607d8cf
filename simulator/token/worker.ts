/** Process entry of the soft token worker: a token of demonstrations and tests, on the same messages as the real one. */
import { portOf, serveToken } from '../../src/shared/token/worker-loop.ts'
import { toFailure } from './soft-token-error.ts'
import { createSoftTokenFaults } from './soft-token-faults.ts'
import { createSoftTokenWorker } from './soft-token-worker.ts'

serveToken({
  port: portOf(process),
  handlers: createSoftTokenWorker(createSoftTokenFaults(process.env['SOFT_TOKEN_FAULTS'])),
  toFailure,
})
