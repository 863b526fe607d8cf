import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Endpoint } from '../../../src/shared/platform/endpoint.ts'
import type { OperationId } from '../../../src/shared/platform/endpoints.ts'
import type { Platform } from '../platform.ts'
import type { Answer } from './contract-check.ts'
import { bearerAccount } from './bearer.ts'
import { problem } from './problem.ts'
import { sendAnswer } from './send-answer.ts'

const maintenancePage = '<!doctype html><html><head><title>系统维护中</title></head><body>系统维护中</body></html>'
const portalPage = '<!doctype html><html><head><title>登录</title></head><body>请先登录网络</body></html>'
const internalError: Answer = { status: 500, body: problem('service.internal') }

function drop(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  request.raw.socket.destroy()
}

/** Plays a fault that strikes before anything is done; true when one did, and the request is over. */
export function failBefore(
  platform: Platform,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  const { state, clock, faults } = platform
  const operation = endpoint.operationId as OperationId
  if (faults.takeWire(operation, 'drop-before')) drop(request, reply)
  else if (faults.takeWire(operation, 'hang')) reply.hijack()
  else if (faults.takeWire(operation, 'html-503')) {
    void reply.code(503).header('retry-after', '120').type('text/html; charset=utf-8').send(maintenancePage)
  } else if (faults.takeWire(operation, 'html-200')) void reply.type('text/html; charset=utf-8').send(portalPage)
  else if (faults.takeWire(operation, '500-before')) sendAnswer(reply, internalError)
  else if (endpoint.auth && faults.takeWire(operation, 'session-expired')) {
    const account = bearerAccount(state, request.headers.authorization, clock.now())
    state.sessions = state.sessions.filter(({ accountId }) => accountId !== account?.id)
    sendAnswer(reply, { status: 401, body: problem('auth.session-expired') })
  } else return false
  return true
}

/** Plays a fault that strikes when everything is done and saved; true when one did, and the request is over. */
export function failAfter(
  { faults }: Platform,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  const operation = endpoint.operationId as OperationId
  if (faults.takeWire(operation, 'drop-after-commit')) drop(request, reply)
  else if (faults.takeWire(operation, '500-after-commit')) sendAnswer(reply, internalError)
  else return false
  return true
}

/** Holds a keyed request while its key is already taken. */
export async function holdCommit({ faults }: Platform, endpoint: Endpoint): Promise<void> {
  const fault = faults.takeWire(endpoint.operationId as OperationId, 'slow-commit')
  if (fault !== undefined) await wait(fault.delayMs ?? 300)
}
