import { EventEmitter } from 'node:events'
import type { InvokeMessage } from '../chromium/messages.ts'
import type { HostMessage } from '../chromium/messages.ts'
import { strict } from '../strict.ts'

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

/** The `ipcMain` module. Channels are the app's own, so any event name may be listened to. */
export class HostIpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      handlers.delete(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain = strict('ipcMain', new HostIpcMain().setMaxListeners(0))

/** Runs the handler of an invoke; its error crosses as Electron words it, without its stack. */
export async function answerInvoke(
  { id, channel, args }: InvokeMessage,
  event: Electron.IpcMainInvokeEvent,
): Promise<HostMessage> {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return { kind: 'reply', id, ok: true, value: await handler(event, ...args) }
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { kind: 'reply', id, ok: false, message: `Error invoking remote method '${channel}': ${text}` }
  }
}
