/**
 * A platform that speaks the sample dialect (src/main/platform/dialects/envelope), with the real simulator behind it. It
 * knows no idempotency key: each request is a new one to the simulator.
 */
import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { problemOfCode } from '../../src/main/platform/dialects/envelope/codes.ts'
import type { PlatformAnswer } from '../../src/shared/platform/endpoints.ts'
import { orderWords, routes } from './envelope-words.ts'

/** What becomes of the next request for this path: it is lost before or after it was done. */
export type Loss = 'request' | 'answer'

export interface EnvelopePlatform {
  readonly address: string
  /** The paths that were asked for, in order. */
  readonly seen: string[]
  lose(path: string, what: Loss, times?: number): void
  /** Ends when the next request for this path has come, before anything is done about it. */
  nextRequest(path: string): Promise<void>
  close(): Promise<void>
}

type Fields = Readonly<Record<string, unknown>>

interface Behind {
  readonly origin: string
  /** The simulator has no list of orders for this; a real platform would. */
  readonly orders: Set<string>
}

export async function startEnvelopePlatform(origin: string): Promise<EnvelopePlatform> {
  const seen: string[] = []
  const losses: { readonly path: string; readonly what: Loss }[] = []
  const arrivals = new EventEmitter()
  const behind: Behind = { origin, orders: new Set() }
  const take = (path: string, what: Loss): boolean => {
    const index = losses.findIndex((loss) => loss.path === path && loss.what === what)
    if (index >= 0) losses.splice(index, 1)
    return index >= 0
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').replace(/^\/gateway/, '')
    seen.push(path)
    arrivals.emit(path)
    if (take(path, 'request')) return void response.destroy()
    const text = await textOf(request)
    const said = (text === '' ? {} : JSON.parse(text)) as Fields
    const envelope = await answerTo(behind, { path, said, token: request.headers['token'] })
    if (take(path, 'answer')) return void response.destroy()
    response.writeHead(200, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(envelope))
  }
  const server = http.createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    seen,
    lose: (path, what, times = 1) => losses.push(...Array.from({ length: times }, () => ({ path, what }))),
    nextRequest: async (path) => {
      await once(arrivals, path)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

interface Asked {
  readonly path: string
  readonly said: Fields
  readonly token: string | string[] | undefined
}

interface Simulated {
  readonly status: number
  readonly json: Fields
}

async function answerTo(behind: Behind, asked: Asked): Promise<object> {
  if (asked.path === '/order/list') return { code: 0, msg: 'ok', data: await ordersOf(behind, asked) }
  const route = routes[asked.path]
  if (route === undefined) return { code: 1002, msg: '没有这个接口', data: null }
  const { method, path, body } = route
  const { status, json } = await simulated(behind, asked, { method, path: path(asked.said), body: body?.(asked.said) })
  if (status >= 400) return refusalWords(json)
  if (asked.path === '/order/apply') behind.orders.add(String(json['id']))
  return { code: 0, msg: 'ok', data: route.data(json as never) }
}

async function simulated(
  { origin }: Behind,
  { token }: Asked,
  request: { readonly method: string; readonly path: string; readonly body?: object | undefined },
): Promise<Simulated> {
  const response = await fetch(`${origin}/api/v1${request.path}`, {
    method: request.method,
    headers: {
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(request.method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(typeof token === 'string' ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  })
  const text = await response.text()
  return { status: response.status, json: text === '' ? {} : (JSON.parse(text) as Fields) }
}

function refusalWords({ code, title, attemptsLeft, retryAfterSeconds, existingOrderId }: Fields): object {
  const number = [...problemOfCode].find(([, problem]) => problem === code)?.[0] ?? 9999
  const data = { leftTimes: attemptsLeft, waitSeconds: retryAfterSeconds, orderNo: existingOrderId }
  return { code: number, msg: title, data }
}

/** All of the account, newest first: this platform does not care for what it is asked to leave out. */
async function ordersOf(behind: Behind, asked: Asked): Promise<object> {
  const orders: PlatformAnswer<'getOrder'>[] = []
  for (const id of behind.orders) {
    const { status, json } = await simulated(behind, asked, { method: 'GET', path: `/orders/${id}` })
    if (status === 200) orders.unshift(json as PlatformAnswer<'getOrder'>)
  }
  return { rows: orders.map(orderWords), pageNo: 1, pageRows: 20, totalRows: orders.length }
}
