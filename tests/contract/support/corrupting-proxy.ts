/** Stands between a client and a server and spoils some answers: what checks a server must notice. */
import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface Answer {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
}

/** @param asked method and path, as in `GET /api/v1/orders` */
export type Corrupt = (asked: string, answer: Answer) => Answer

/** Answers with its own origin; ends with the test. */
export async function startCorruptingProxy(origin: string, corrupt: Corrupt): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    pass(origin, incoming)
      .then((answer) => send(outgoing, corrupt(`${incoming.method ?? ''} ${pathOf(incoming)}`, answer)))
      .catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function pathOf({ url }: IncomingMessage): string {
  return (url ?? '').replace(/\?.*$/, '')
}

async function pass(origin: string, incoming: IncomingMessage): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const { method, url: path, headers } = incoming
  const outgoing = request({ hostname, port, method, path, headers }, resolve)
  outgoing.on('error', reject)
  outgoing.end(await buffer(incoming))
  const response = await promise
  return { status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) }
}

const rewritten = ['connection', 'content-length', 'transfer-encoding']

function send(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !rewritten.includes(name)))
  outgoing.writeHead(status, status === 204 ? kept : { ...kept, 'content-length': body.length })
  outgoing.end(body)
}
