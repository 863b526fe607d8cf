import type { ClientRequest } from 'node:http'
import type { Socket } from 'node:net'
import { failedAtProxy } from './proxy-error.ts'

/** A proxy that does not answer must leave time for the next one in the list. */
export const longestConnectMs = 4000

/**
 * A connection through a proxy, given up when the request is, or after a while: the libraries would wait for ever for
 * a proxy that takes the connection and says nothing.
 */
export function untilConnected(
  request: ClientRequest,
  connect: (signal: AbortSignal) => Promise<Socket>,
): Promise<Socket> {
  const giveUp = new AbortController()
  const stop = (): void => giveUp.abort()
  const timer = setTimeout(stop, longestConnectMs)
  request.once('close', stop)
  const connected = connect(giveUp.signal).then((socket) => {
    // Nobody waits for one that comes too late.
    if (giveUp.signal.aborted) socket.destroy()
    return socket
  })
  const givenUp = new Promise<never>((_, reject) => {
    giveUp.signal.addEventListener('abort', () => reject(failedAtProxy(new Error('timed out'))), { once: true })
  })
  return Promise.race([connected, givenUp]).finally(() => {
    clearTimeout(timer)
    request.off('close', stop)
  })
}
