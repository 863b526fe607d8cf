/** A door between the client and the simulator: bytes go through as they are, and it can be shut and opened again. */
import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export interface Relay {
  /** The same address, open or shut. */
  readonly address: string
  open(): Promise<void>
  /** Nobody listens any more, and nobody is connected. */
  shut(): Promise<void>
  /** Told of each piece that the simulator sends. */
  onPiece: () => void
}

export async function startRelay(origin: string): Promise<Relay> {
  const { hostname, port } = new URL(origin)
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const platform = connect(Number(port), hostname)
    sockets.add(client)
    client.once('close', () => sockets.delete(client))
    platform.on('data', (piece) => {
      client.write(piece)
      relay.onPiece()
    })
    client.pipe(platform)
    for (const [one, other] of [[client, platform] as const, [platform, client] as const]) {
      one.once('close', () => other.destroy())
      one.on('error', () => undefined)
    }
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const { port: ownPort } = server.address() as AddressInfo
  const relay: Relay = {
    address: `http://127.0.0.1:${ownPort}`,
    open: () => (server.listening ? Promise.resolve() : listen(ownPort)),
    shut: async () => {
      const shut = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await shut
      await refusal(ownPort)
    },
    onPiece: () => undefined,
  }
  return relay
}

/** By the time that a new connection is refused, the ends of the old ones have come to everybody in this process. */
function refusal(port: number): Promise<void> {
  return new Promise((resolve) => connect(port, '127.0.0.1').once('error', () => resolve()))
}
