/** For tests: a port of this computer that lets a connection wait for ever, as a firewall does that drops packets. */
import { once } from 'node:events'
import net, { type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

/** Listens and then never looks at who has come: the kernel takes the first few, and answers nobody after them. */
const source = `
const { parentPort } = require('node:worker_threads')
const server = require('node:net').createServer()
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort.postMessage(server.address().port)
  setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))
})`

export async function startBusyPort(): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const worker = new Worker(source, { eval: true })
  const [port] = (await once(worker, 'message')) as [number]
  const waiting: Socket[] = []
  let connected = 0
  // More than the kernel keeps for a listener of this backlog.
  for (let count = 0; count < 8; count += 1) {
    const socket = net.connect(port, '127.0.0.1', () => (connected += 1))
    waiting.push(socket.on('error', () => undefined))
  }
  while (connected === 0) await new Promise(setImmediate)
  return {
    port,
    stop: async () => {
      for (const socket of waiting) socket.destroy()
      await worker.terminate()
    },
  }
}
