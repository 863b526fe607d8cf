// Loaded into every utility process before the app's module: gives it Electron's process.parentPort.
import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'

const early: unknown[] = []

function deliver(port: EventEmitter, message: unknown): void {
  port.emit('message', { data: message, ports: [] })
}

/** Messages that came before the first listener wait for it, as on a MessagePort. */
function createParentPort(): EventEmitter {
  const port = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown): void => void process.send?.(structuredClone(message)),
    start: (): void => undefined,
  })
  port.on('newListener', (event) => {
    if (event === 'message') setImmediate(() => early.splice(0).forEach((message) => deliver(port, message)))
  })
  process.on('message', (message) => {
    if (port.listenerCount('message') === 0) early.push(message)
    else deliver(port, message)
  })
  return port
}

Object.assign(process, { type: 'utility', parentPort: createParentPort() })
// The app is gone, perhaps killed.
process.on('disconnect', () => process.exit(0))
// Ctrl-C in a terminal reaches the whole group; whether to end is the app's decision.
process.on('SIGINT', () => undefined)

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron' && !specifier.startsWith('electron/')) return next(specifier, context)
    throw new Error(`not supported in the Chromium host: '${specifier}' in a utility process`)
  },
})
