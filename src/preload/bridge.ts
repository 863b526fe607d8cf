import type { IpcRenderer, IpcRendererEvent } from 'electron'
import type { Bridge } from '../shared/ipc/bridge.ts'
import { channels, events } from '../shared/ipc/channels.ts'

type Ipc = Pick<IpcRenderer, 'invoke' | 'on' | 'off'>

/**
 * The page's only way out: exactly the channels and events of the contract, each under its own name.
 * SECURITY(20): neither ipcRenderer nor its event object is handed on.
 */
export function createBridge(ipc: Ipc): Bridge {
  return {
    invoke: record(channels, (channel) => (input: unknown) => ipc.invoke(channel, input)),
    on: record(events, (event) => (listener: (payload: never) => void) => subscribe(ipc, event, listener)),
  }
}

function subscribe(ipc: Ipc, event: string, listener: (payload: never) => void): () => void {
  const forward = (_event: IpcRendererEvent, payload: unknown) => {
    // Main has parsed it by the event's own schema.
    listener(payload as never)
  }
  ipc.on(event, forward)
  return () => {
    ipc.off(event, forward)
  }
}

function record<K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>
}
