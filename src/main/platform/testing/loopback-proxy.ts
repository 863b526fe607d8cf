/** For tests: proxies on 127.0.0.1. Whatever name is asked for, they lead to the same port of this computer. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'
import net, { type AddressInfo, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export interface LoopbackProxy {
  readonly host: '127.0.0.1'
  readonly port: number
  /** What was asked for, in order: `CONNECT host:port`, `GET http://…`. */
  readonly asked: readonly string[]
  /** Ends when a client has gone. */
  readonly abandoned: Promise<void>
  close(): Promise<void>
}

interface HttpProxyOptions {
  readonly tls?: { readonly key: string; readonly cert: string }
  /** The whole answer to CONNECT, instead of a tunnel; `silence`: none at all. */
  readonly answer?: string
}

export const silence = ''

export async function startHttpProxy({ tls, answer }: HttpProxyOptions = {}): Promise<LoopbackProxy> {
  const asked: string[] = []
  const forward = (request: IncomingMessage, response: ServerResponse): void => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`)
    forwardTo(request, response)
  }
  const server = tls === undefined ? http.createServer(forward) : https.createServer(tls, forward)
  server.on('tlsClientError', () => undefined)
  server.on('connect', (request, client) => {
    asked.push(`CONNECT ${request.url ?? ''}`)
    if (answer === undefined) tunnel(client, portIn(request.url ?? ''), 'HTTP/1.1 200 OK\r\n\r\n')
    else if (answer !== silence) client.end(answer)
    else client.resume().once('end', () => client.destroy())
  })
  return listening(server, asked)
}

/** SOCKS 5 (RFC 1928) without a log-in. @param reply what it answers to the request; 0 is yes */
export async function startSocksProxy(reply = 0): Promise<LoopbackProxy> {
  const asked: string[] = []
  const server = net.createServer((client) => {
    client.once('data', () => {
      client.write(Buffer.from([5, 0]))
      client.once('data', (request) => {
        const port = request.readUInt16BE(request.length - 2)
        asked.push(`CONNECT ${hostIn(request)}:${port}`)
        const answer = Buffer.from([5, reply, 0, 1, 127, 0, 0, 1, 0, 0])
        if (reply === 0) tunnel(client, port, answer)
        else client.end(answer)
      })
    })
  })
  return listening(server, asked)
}

/** The address is the fourth part: one octet of type, then a name with its length, or four octets. */
function hostIn(request: Buffer): string {
  return request[3] === 3 ? request.subarray(5, -2).toString('latin1') : [...request.subarray(4, -2)].join('.')
}

function portIn(authority: string): number {
  return Number(authority.split(':').at(-1))
}

function tunnel(client: Duplex, port: number, greeting: string | Buffer): void {
  const platform = net.connect(port, '127.0.0.1', () => {
    client.write(greeting)
    platform.pipe(client).pipe(platform)
  })
  platform.on('error', () => client.destroy())
  client.on('error', () => platform.destroy())
  client.on('close', () => platform.destroy())
}

function forwardTo(request: IncomingMessage, response: ServerResponse): void {
  const { method = 'GET', url = '', headers } = request
  const { port, pathname } = new URL(url)
  const forwarded = http.request({ host: '127.0.0.1', port, path: pathname, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  forwarded.on('error', () => response.writeHead(502).end())
  request.pipe(forwarded)
}

async function listening(server: net.Server, asked: readonly string[]): Promise<LoopbackProxy> {
  const clients = new Set<Socket>()
  const abandoned = Promise.withResolvers<undefined>()
  server.on('connection', (socket) => {
    clients.add(socket)
    socket
      .on('error', () => undefined)
      .once('close', () => {
        clients.delete(socket)
        abandoned.resolve(undefined)
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on TCP
  return {
    host: '127.0.0.1',
    port,
    asked,
    abandoned: abandoned.promise,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const client of clients) client.destroy()
      }),
  }
}
