import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { Endpoint } from '../../../src/shared/platform/endpoint.ts'
import type { OperationId } from '../../../src/shared/platform/endpoints.ts'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import { maintenanceProblem } from '../maintenance.ts'
import { handlers } from '../operations/handlers.ts'
import { expireOrders } from '../operations/order-life.ts'
import type { Platform } from '../platform.ts'
import type { Queue } from '../queue.ts'
import { bearerAccount } from './bearer.ts'
import { failAfter } from './broken-answers.ts'
import { rangedAnswer, type Representation } from './byte-ranges.ts'
import type { Answer } from './contract-check.ts'
import { parseRequest, problemAnswer, successAnswer } from './contract-check.ts'
import type { BeginKeyed } from './idempotency.ts'
import { Refusal } from './problem.ts'
import { sendAlternative } from './alternative.ts'
import { sendAnswer } from './send-answer.ts'
import { failBefore, holdCommit } from './wire-faults.ts'

export interface RouteDependencies {
  readonly platform: Platform
  readonly beginKeyed: BeginKeyed
  /** One operation at a time, each with its own save, as a database would do it. */
  readonly queue: Queue
  readonly save: () => void
}

type AnyHandler = (platform: Platform, call: unknown) => unknown

/** The way of a request: faults, maintenance, login, form, key, operation, save, answer. */
export function operationRoute(operationId: OperationId, dependencies: RouteDependencies): RouteOptions {
  const endpoint: Endpoint = endpoints[operationId]
  const { platform } = dependencies
  return {
    method: endpoint.method,
    url: `/api/v1${endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    onRequest: (request, reply, next) => {
      if (failBefore({ platform, endpoint, request, reply })) return
      const maintenance = maintenanceProblem(platform)
      if (maintenance !== undefined && operationId !== 'getService') {
        sendAnswer(reply, problemAnswer(endpoint, maintenance))
        return
      }
      if (endpoint.auth && accountOf(platform, request) === undefined) {
        sendAnswer(reply, problemAnswer(endpoint, new Refusal('auth.session-expired').problem))
        return
      }
      next()
    },
    handler: async (request, reply) => {
      const answer = await answerTo(operationId, request, reply, dependencies)
      if (failAfter({ platform, endpoint, request, reply, answer })) return reply
      if (!sendAlternative(endpoint, request, reply, answer)) sendAnswer(reply, answer)
      return reply
    },
  }
}

function accountOf({ state, clock }: Platform, { headers }: FastifyRequest) {
  return bearerAccount(state, headers.authorization, clock.now())
}

async function answerTo(
  operationId: OperationId,
  request: FastifyRequest,
  reply: FastifyReply,
  { platform, beginKeyed, queue, save }: RouteDependencies,
): Promise<Answer> {
  const endpoint: Endpoint = endpoints[operationId]
  const account = endpoint.auth ? accountOf(platform, request) : undefined
  // It may have ended while the body was on its way.
  if (endpoint.auth && account === undefined) throw new Refusal('auth.session-expired')
  const { authorization } = request.headers
  const received = parseRequest(endpoint, request)
  const operate = (keep: (answer: Answer) => void = () => undefined) =>
    queue(async () => {
      const answer = await attempt(operationId, platform, { ...received, account, authorization }, request.headers)
      keep(answer)
      if (endpoint.method !== 'GET') save()
      return answer
    })
  if (endpoint.retry !== 'keyed') return operate()

  const { method, url, headers } = request
  const path = url.split('?', 1).join('')
  const key = headers['idempotency-key']
  const keyed = beginKeyed({ accountId: account?.id ?? '', method, path, key, body: received.body })
  if (keyed.replay !== undefined) {
    void reply.header('idempotent-replayed', 'true')
    return keyed.replay
  }
  try {
    await holdCommit(platform, endpoint)
    if (platform.faults.takeWire(operationId, 'twice') !== undefined) await operate()
    return await operate(keyed.keep)
  } finally {
    keyed.finish()
  }
}

async function attempt(
  operationId: OperationId,
  platform: Platform,
  call: unknown,
  headers: FastifyRequest['headers'],
): Promise<Answer> {
  const endpoint: Endpoint = endpoints[operationId]
  expireOrders(platform.state, platform.clock.now())
  try {
    // The call went through this operation's own schemas; a type cannot follow that across the table.
    const handler = handlers[operationId] as AnyHandler
    const made = await handler(platform, call)
    // What the handler of such an operation makes is a Representation; the table cannot tell the compiler.
    if (endpoint.success.ranges === true) return rangedAnswer(endpoint, made as Representation, headers)
    return successAnswer(endpoint, made)
  } catch (error) {
    if (error instanceof Refusal) return problemAnswer(endpoint, error.problem)
    throw error
  }
}
