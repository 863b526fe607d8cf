/** For tests: a real HTTP(S) server on 127.0.0.1 that answers as it is told, fault by fault, and keeps what it saw. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
  /** The client's port: the same one means the same connection. */
  readonly clientPort: number | undefined
}

/** Answers one request; the server has read all of it. `timeIsUp` ends the client's deadline for it. */
export type Behaviour = (response: ServerResponse, request: SeenRequest, timeIsUp: () => void) => void

export interface ServerOptions {
  readonly tls?: { readonly key: string; readonly cert: string }
  readonly timeIsUp?: () => void
}

export interface LoopbackServer {
  readonly port: number
  readonly address: string
  /** Every request whose body has come, in order. */
  readonly seen: readonly SeenRequest[]
  /** Ends when a client has given up a connection. */
  readonly abandoned: Promise<void>
  close(): Promise<void>
}

/** Requests are answered by the behaviours in turn, the last one again and again. */
export async function startLoopbackServer(
  behaviours: readonly Behaviour[],
  { tls, timeIsUp = () => undefined }: ServerOptions = {},
): Promise<LoopbackServer> {
  const seen: SeenRequest[] = []
  const abandoned = Promise.withResolvers<undefined>()
  const listener = (incoming: IncomingMessage, response: ServerResponse): void => {
    response.once('close', () => {
      if (!response.writableFinished) abandoned.resolve(undefined)
    })
    void readRequest(incoming).then((request) => {
      const behave = behaviours[Math.min(seen.length, behaviours.length - 1)]
      seen.push(request)
      behave?.(response, request, timeIsUp)
    })
  }
  const server = tls === undefined ? http.createServer(listener) : https.createServer(tls, listener)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  return {
    port,
    address: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    seen,
    abandoned: abandoned.promise,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not a TCP server')
  return address.port
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) if (chunk instanceof Buffer) chunks.push(chunk)
  const { method = '', url = '', headers, socket } = incoming
  return { method, url, headers, body: Buffer.concat(chunks).toString('utf8'), clientPort: socket.remotePort }
}
