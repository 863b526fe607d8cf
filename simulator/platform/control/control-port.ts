import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { fastify } from 'fastify'
import * as z from 'zod'
import { obey } from '../commands.ts'
import type { PlatformSimulator } from '../platform-simulator.ts'
import { parseCommand } from './command-schemas.ts'
import { openControlPage } from './control-page.ts'
import { refusalOf } from './guard.ts'
import { catalogue, overviewOf } from './overview.ts'

export interface ControlPort {
  readonly origin: string
  /** Whoever has it commands the simulator: `Authorization: Bearer …`. */
  readonly token: string
  readonly close: () => Promise<void>
}

/** Every answer: nothing of it is kept, guessed at or lent to another page. */
const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * A second server beside the platform's, on 127.0.0.1 only: what a test or a demonstration does with the simulator, which
 * no client of a real platform could. `GET /` is a page for people, everything else asks for the token.
 *
 * @param port a free one unless told
 */
export async function openControlPort(simulator: PlatformSimulator, port = 0): Promise<ControlPort> {
  const token = randomBytes(32).toString('base64url')
  const page = await openControlPage()
  const server = fastify({ logger: false, bodyLimit: 1 << 16, forceCloseConnections: true, exposeHeadRoutes: false })
  guard(server, token)
  server.get('/', async (_request, reply) => {
    const made = page()
    return reply.headers(made.headers).send(made.html)
  })
  server.get('/messages', () => ({ messages: simulator.inbox.list() }))
  server.get('/overview', () => overviewOf(simulator))
  server.get('/catalogue', () => catalogue)
  server.post('/commands', async ({ body }) => toJson(await obey(simulator, parseCommand(body))))
  const origin = await server.listen({ host: '127.0.0.1', port })
  return { origin, token, close: () => server.close() }
}

function guard(server: FastifyInstance, token: string): void {
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers)
    const isPage = request.method === 'GET' && request.routeOptions.url === '/'
    const status = refusalOf(request, { isPage, token })
    if (status === undefined) return
    if (status === 401) void reply.header('www-authenticate', 'Bearer')
    await reply.code(status).send({ message: status === 401 ? '缺少令牌，或令牌不正确' : '只接受本机页面的请求' })
  })
  server.setErrorHandler((error, _request, reply) => {
    const { status, message } = failureOf(error)
    return reply.code(status).send({ message })
  })
}

/** 400: not a command; 409: one that cannot be carried out now. */
function failureOf(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof z.ZodError) return { status: 400, message: z.prettifyError(error) }
  if (!(error instanceof Error)) return { status: 500, message: String(error) }
  const isForm = 'statusCode' in error && typeof error.statusCode === 'number'
  return { status: isForm ? (error.statusCode as number) : 409, message: error.message }
}

/** Bytes as base64, as in the commands. */
function toJson(output: object): object {
  return Object.fromEntries(
    Object.entries(output).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ]),
  )
}
