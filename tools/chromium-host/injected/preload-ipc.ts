import type { HostMessage, MediaQuestion, RendererMessage } from '../chromium/messages.ts'
import { decodeClone } from './clone-decode.ts'
import { encodeClone, type Base64 } from './clone-encode.ts'
import { Emitter } from './emitter.ts'

export type SendToHost = (text: string) => void

interface Call {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

// In Chromium since 140; TypeScript's library does not have them yet.
interface Base64Bytes {
  toBase64(): string
}
interface Base64Constructor {
  fromBase64(text: string): Uint8Array<ArrayBuffer>
}

const pageBase64: Base64 = {
  encode: (bytes) => (bytes as Uint8Array & Base64Bytes).toBase64(),
  decode: (text) => (Uint8Array as typeof Uint8Array & Base64Constructor).fromBase64(text).buffer,
}

/** The preload's ipcRenderer, and the function by which the host's messages come in. */
export function createPreloadIpc(sendToHost: SendToHost): {
  readonly ipcRenderer: Emitter
  readonly post: (message: RendererMessage) => void
  readonly receive: (text: string) => void
  /** Asks the app's permission handlers. */
  readonly askMedia: (question: MediaQuestion) => Promise<unknown>
} {
  const calls = new Map<number, Call>()
  let lastCall = 0
  const post = (message: RendererMessage): void => sendToHost(encodeClone(message, pageBase64))

  const call = (messageOf: (id: number) => RendererMessage): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++lastCall
      // First: a value that cannot be cloned throws here, and nobody would answer.
      post(messageOf(id))
      calls.set(id, { resolve, reject })
    })

  const ipcRenderer = Object.assign(new Emitter(), {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      call((id) => ({ kind: 'invoke', id, channel, args })),
    send: (channel: string, ...args: unknown[]): void => post({ kind: 'send', channel, args }),
  })

  const receive = (text: string): void => {
    // Written by page-target.ts.
    const message = decodeClone(text, pageBase64) as HostMessage
    if (message.kind === 'event') {
      ipcRenderer.emit(message.channel, { sender: ipcRenderer, ports: [] }, ...message.args)
      return
    }
    const waiting = calls.get(message.id)
    calls.delete(message.id)
    if (message.ok) waiting?.resolve(message.value)
    else waiting?.reject(new Error(message.message))
  }
  const askMedia = (question: MediaQuestion): Promise<unknown> => call((id) => ({ kind: 'media', id, question }))
  return { ipcRenderer, post, receive, askMedia }
}
