// What travels between the preload's isolated world and the main process, as cloned text.

export interface InvokeMessage {
  readonly kind: 'invoke'
  readonly id: number
  readonly channel: string
  readonly args: readonly unknown[]
}
interface SendMessage {
  readonly kind: 'send'
  readonly channel: string
  readonly args: readonly unknown[]
}
interface PreloadErrorMessage {
  readonly kind: 'preload-error'
  readonly error: unknown
}
export type MediaKind = 'audio' | 'video'
/** `request`: the page wants to open it. `check`: may it know of it? Of what, is not always told. */
export interface MediaQuestion {
  readonly kind: 'request' | 'check'
  readonly media: readonly MediaKind[]
}
interface MediaMessage {
  readonly kind: 'media'
  readonly id: number
  readonly question: MediaQuestion
}
export type RendererMessage = InvokeMessage | SendMessage | MediaMessage | PreloadErrorMessage

export type HostMessage =
  | { readonly kind: 'event'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: false; readonly message: string }

/** What the isolated world must know at document start, before it can ask. */
export interface PreloadConfig {
  /** Name of the DOM event by which the two worlds find each other; random, so that the page cannot listen for it or define it. */
  readonly handshake: string
  readonly versions: Readonly<Record<string, string>>
  readonly platform: string
  readonly arch: string
  readonly argv: readonly string[]
}
