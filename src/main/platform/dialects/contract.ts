import { readAnswer } from './contract-answer.ts'
import { prepareRequest } from './contract-request.ts'
import type { Dialect } from './dialect.ts'

/** The contract itself (docs/platform-api), word for word. */
export const contractDialect: Dialect = {
  basePath: '/api/v1',
  idempotent: true,
  prepare: prepareRequest,
  read: readAnswer,
}
