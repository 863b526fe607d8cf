import type { PreloadConfig } from '../chromium/messages.ts'
import { Emitter } from './emitter.ts'
import { createPreloadIpc, type SendToHost } from './preload-ipc.ts'
import { createWorldBridge, type WorldBridge } from './world-bridge.ts'

type Preload = (this: unknown, ...moduleScope: unknown[]) => void

/** Finds the page's end of the bridge: `relatedTarget` is the one value that an event carries from world to world. */
function meetPageWorld(handshake: string): WorldBridge {
  const channel = document.createElement('i')
  document.dispatchEvent(new MouseEvent(handshake, { relatedTarget: channel }))
  return createWorldBridge({ channel, inbound: 'to-preload', outbound: 'to-page', onDefine: () => undefined })
}

function createContextBridge(bridge: WorldBridge): object {
  const exposed = new Set<string>()
  return {
    exposeInMainWorld: (name: string, value: unknown): void => {
      if (exposed.has(name)) throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.add(name)
      bridge.define(name, value)
    },
  }
}

/** Unlisted members throw; strict.ts is out of reach here. */
function strictModule(electron: Readonly<Record<string, unknown>>): object {
  return new Proxy(electron, {
    get(target, key): unknown {
      if (typeof key === 'string' && !(key in target) && key !== '__esModule' && key !== 'default') {
        throw new Error(`not supported in the Chromium host: electron.${key} in a preload`)
      }
      return Reflect.get(target, key)
    },
  })
}

/** The modules that Electron gives a sandboxed preload, and no others. */
function createRequire(electron: object): (id: string) => unknown {
  const modules = new Map<string, unknown>([
    ['electron', electron],
    ['electron/renderer', electron],
    ['electron/common', electron],
    ['events', Object.assign(Emitter, { EventEmitter: Emitter })],
    ['timers', { setTimeout, setInterval, clearTimeout, clearInterval }],
    ['url', { URL, URLSearchParams }],
  ])
  return (id) => {
    const name = id.replace(/^node:/, '')
    if (!modules.has(name)) throw new Error(`module not found: ${id}`)
    return modules.get(name)
  }
}

function createProcess({ versions, platform, arch, argv }: PreloadConfig): object {
  const constants = { type: 'renderer', sandboxed: true, contextIsolated: true, isMainFrame: true, env: {} }
  const nextTick = (task: () => void): void => queueMicrotask(task)
  return Object.assign(new Emitter(), { ...constants, versions, platform, arch, argv, nextTick })
}

/** Runs in the isolated world at document start, after startPageWorld. */
export function startPreloadWorld(config: PreloadConfig, sendToHost: SendToHost, preload: Preload | null): void {
  if (preload === null || window !== window.top || location.protocol === 'about:') return
  const { ipcRenderer, post, receive, askMedia } = createPreloadIpc(sendToHost)
  Object.defineProperty(globalThis, 'receiveFromHost', { value: receive })
  const bridge = meetPageWorld(config.handshake)
  bridge.define(config.handshake, askMedia)
  const electron = strictModule({ ipcRenderer, contextBridge: createContextBridge(bridge) })
  const module = { exports: {} }
  const setImmediate = (task: () => void): number => window.setTimeout(task, 0)
  try {
    const paths = ['preload.js', '/']
    const scope = [module.exports, createRequire(electron), module, ...paths, createProcess(config), globalThis]
    preload.call(module.exports, ...scope, undefined, setImmediate, clearTimeout)
  } catch (error) {
    post({ kind: 'preload-error', error: error instanceof Error ? error : new Error(String(error)) })
    console.error('Unable to load preload script', error)
  }
}
