import { EventEmitter } from 'node:events'
import { notSupported } from './strict.ts'

/** An emitter that refuses listeners for events it does not know, since such a listener would wait for ever, silently. */
export class HostEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super()
    this.setMaxListeners(0)
    const known = new Set<string | symbol>(events)
    this.on('newListener', (event: string | symbol) => {
      if (!known.has(event) && event !== 'newListener') throw notSupported(`${name}.on('${String(event)}')`)
    })
  }
}
