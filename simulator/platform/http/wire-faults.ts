import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { earlyWireFaultKinds, type EarlyWireFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import type { Endpoint } from '../../../src/shared/platform/endpoint.ts'
import type { OperationId } from '../../../src/shared/platform/endpoints.ts'
import type { WireFault } from '../faults.ts'
import type { Platform } from '../platform.ts'
import { bearerAccount } from './bearer.ts'
import type { Answer } from './contract-check.ts'
import { problem } from './problem.ts'
import { sendAnswer } from './send-answer.ts'

/** One request, before it is worked on. */
export interface Exchange {
  readonly platform: Platform
  readonly endpoint: Endpoint
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

const maintenancePage = '<!doctype html><html><head><title>系统维护中</title></head><body>系统维护中</body></html>'
const portalPage = '<!doctype html><html><head><title>登录</title></head><body>请先登录网络</body></html>'
export const internalError: Answer = { status: 500, body: problem('service.internal') }

export function drop({ request, reply }: Exchange): void {
  reply.hijack()
  request.raw.socket.destroy()
}

/** Plays a fault that strikes before anything is done; true when one did, and the request is over. */
export function failBefore(exchange: Exchange): boolean {
  const { platform, endpoint } = exchange
  for (const kind of earlyWireFaultKinds) {
    // Without a login there is no session that could end.
    if (kind === 'session-expired' && !endpoint.auth) continue
    const fault = platform.faults.takeWire(endpoint.operationId as OperationId, kind)
    if (fault === undefined) continue
    plays[kind](exchange, fault)
    return true
  }
  return false
}

const plays: Readonly<Record<EarlyWireFaultKind, (exchange: Exchange, fault: WireFault) => void>> = {
  'drop-before': drop,
  hang: ({ reply }) => void reply.hijack(),
  'html-503': ({ reply }) => {
    void reply.code(503).header('retry-after', '120').type('text/html; charset=utf-8').send(maintenancePage)
  },
  'html-200': ({ reply }) => void reply.type('text/html; charset=utf-8').send(portalPage),
  '500-before': ({ reply }) => sendAnswer(reply, internalError),
  'session-expired': expireSession,
  redirect: ({ request, reply }, { location = request.url }) => {
    void reply.code(302).header('location', location).send()
  },
  'rate-limited': ({ reply }, { retryAfterSeconds = 1 }) => {
    sendAnswer(reply, { status: 429, body: problem('rate.limited', { retryAfterSeconds }) })
  },
  'unknown-problem': ({ reply }, { status = 418 }) => {
    sendAnswer(reply, { status, body: { ...problem('service.internal'), status, code: 'teapot.short-and-stout' } })
  },
}

function expireSession({ platform, request, reply }: Exchange): void {
  const { state, clock } = platform
  const account = bearerAccount(state, request.headers.authorization, clock.now())
  state.sessions = state.sessions.filter(({ accountId }) => accountId !== account?.id)
  sendAnswer(reply, { status: 401, body: problem('auth.session-expired') })
}

/** Holds a keyed request while its key is already taken. */
export async function holdCommit({ faults }: Platform, endpoint: Endpoint): Promise<void> {
  const fault = faults.takeWire(endpoint.operationId as OperationId, 'slow-commit')
  if (fault !== undefined) await wait(fault.delayMs ?? 300)
}
