import type { FastifyInstance } from 'fastify'
import { fastify } from 'fastify'
import type { Endpoint } from '../../../src/shared/platform/endpoint.ts'
import type { OperationId } from '../../../src/shared/platform/endpoints.ts'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import { handlers } from '../operations/handlers.ts'
import { problemAnswer } from './contract-check.ts'
import type { RouteDependencies } from './operation-route.ts'
import { operationRoute } from './operation-route.ts'
import { commonHeaders, refuseAddress, refuseBody, refuseConnection } from './without-operation.ts'
import { problem, Refusal } from './problem.ts'
import { requestId } from './request-id.ts'
import { sendAnswer } from './send-answer.ts'

const bodyLimit = 1 << 20

export function createServer(dependencies: RouteDependencies): FastifyInstance {
  const { clock } = dependencies.platform
  const server = fastify({
    logger: false,
    bodyLimit,
    // An answer that a fault holds back must not hold the end of the program as well.
    forceCloseConnections: true,
    requestIdHeader: false,
    genReqId: requestId,
    frameworkErrors: refuseAddress(clock),
    clientErrorHandler: refuseConnection(clock),
    routerOptions: { maxParamLength: 100 },
    exposeHeadRoutes: false,
  })
  server.addHook('onSend', (request, reply, _payload, next) => {
    void reply.headers(commonHeaders(clock, request.id))
    next()
  })
  // Where there is no operation, a body can be unreadable too.
  server.setErrorHandler(refuseBody)
  server.setNotFoundHandler((_request, reply) => {
    sendAnswer(reply, { status: 404, body: { ...problem('request.invalid'), status: 404 } })
  })
  for (const operationId of Object.keys(handlers) as OperationId[]) {
    const endpoint: Endpoint = endpoints[operationId]
    server.route({
      ...operationRoute(operationId, dependencies),
      errorHandler: (error, _request, reply) => {
        sendAnswer(reply, problemAnswer(endpoint, problemOf(endpoint, error)))
      },
    })
  }
  return server
}

function problemOf(endpoint: Endpoint, error: unknown) {
  if (error instanceof Refusal) return error.problem
  if (!isClientError(error)) return problem('service.internal')
  // A body that fastify cannot read; operations without a body do not know request.malformed.
  return problem(endpoint.body === undefined && endpoint.retry !== 'keyed' ? 'request.invalid' : 'request.malformed')
}

function isClientError(error: unknown): boolean {
  if (!(error instanceof Error) || !('statusCode' in error)) return false
  const { statusCode } = error
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
}
