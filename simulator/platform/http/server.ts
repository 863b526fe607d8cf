import type { FastifyInstance, FastifyPluginCallback, RouteOptions } from 'fastify'
import { fastify } from 'fastify'
import type { Endpoint } from '../../../src/shared/platform/endpoint.ts'
import type { OperationId } from '../../../src/shared/platform/endpoints.ts'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import { problemAnswer } from './contract-check.ts'
import { crlRoute } from './crl-route.ts'
import type { RouteDependencies } from './operation-route.ts'
import { operationRoute } from './operation-route.ts'
import { commonHeaders, refuseAddress, refuseBody, refuseConnection } from './without-operation.ts'
import { problem, Refusal } from './problem.ts'
import { requestId } from './request-id.ts'
import { sendAnswer } from './send-answer.ts'

type Upload = NonNullable<Endpoint['upload']>

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
  server.route(crlRoute(dependencies))
  for (const operationId of Object.keys(endpoints) as OperationId[]) {
    const endpoint: Endpoint = endpoints[operationId]
    const route: RouteOptions = {
      ...operationRoute(operationId, dependencies),
      errorHandler: (error, _request, reply) => {
        sendAnswer(reply, problemAnswer(endpoint, problemOf(endpoint, error)))
      },
    }
    if (endpoint.upload === undefined) server.route(route)
    else void server.register(uploadRoute(endpoint.upload, route))
  }
  return server
}

/** In a scope of its own: only there are these octets a body, and nothing else is one. */
function uploadRoute({ mediaType, maxBytes }: Upload, route: RouteOptions): FastifyPluginCallback {
  return (scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(mediaType, { parseAs: 'buffer', bodyLimit: maxBytes }, (_request, octets, parsed) =>
      parsed(null, octets),
    )
    scope.route({ ...route, bodyLimit: maxBytes })
    done()
  }
}

function problemOf({ body, upload, retry, problems }: Endpoint, error: unknown) {
  if (error instanceof Refusal) return error.problem
  const status = statusOf(error)
  if (status < 400 || status >= 500) return problem('service.internal')
  const [tooLarge] = problems[413] ?? []
  if (status === 413 && tooLarge !== undefined) return problem(tooLarge)
  // A body that fastify cannot read; operations without a body do not know request.malformed.
  const hasBody = body !== undefined || upload !== undefined || retry === 'keyed'
  return problem(hasBody ? 'request.malformed' : 'request.invalid')
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' ? status : 500
}
