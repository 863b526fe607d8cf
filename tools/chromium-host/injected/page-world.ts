import { guardMedia, refuseMedia } from './media-guard.ts'
import { createWorldBridge, deepFreeze } from './world-bridge.ts'

/** Runs in the page's world at document start, before any script of the page. */
export function startPageWorld(handshake: string): void {
  if (window !== window.top) refuseMedia()
  if (window !== window.top || location.protocol === 'about:') return
  const meet = (event: Event): void => {
    const { relatedTarget } = event as MouseEvent
    if (!relatedTarget) return
    createWorldBridge({
      channel: relatedTarget,
      inbound: 'to-page',
      outbound: 'to-preload',
      onDefine: (name, value) => {
        if (name === handshake) {
          // Defined by injected/preload-world.ts, under the name that only the two know.
          guardMedia(value as Parameters<typeof guardMedia>[0])
          return
        }
        deepFreeze(value)
        Object.defineProperty(window, name, { value, enumerable: true, writable: false, configurable: false })
      },
    })
  }
  document.addEventListener(handshake, meet, { once: true })
}
