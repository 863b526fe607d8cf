import type { App, Session } from 'electron'
import { expect, it } from 'vitest'
import { denyNavigation, denyPermissions } from './lockdown.ts'

type Listener = (...parameters: unknown[]) => unknown

/** Keeps what was registered by name. */
function registry() {
  const listeners = new Map<string, Listener>()
  return { listeners, on: (name: string, listener: Listener) => void listeners.set(name, listener) }
}

function lockedContents() {
  const [app, contents] = [registry(), registry()]
  let openHandler: Listener = () => undefined
  // Only what the code under test uses of Electron's objects is here.
  denyNavigation(app as unknown as App)
  const setWindowOpenHandler = (handler: Listener) => {
    openHandler = handler
  }
  app.listeners.get('web-contents-created')?.({}, { ...contents, setWindowOpenHandler })
  return { app, contents, open: (url: string) => openHandler({ url }) }
}

it.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])(
  'prevents %s, also to our own page',
  (name) => {
    for (const url of ['https://evil.example/', 'app://bundle/index.html']) {
      let isPrevented = false
      const preventDefault = () => {
        isPrevented = true
      }
      lockedContents().contents.listeners.get(name)?.({ preventDefault, url })
      expect(isPrevented).toBe(true)
    }
  },
)

it('opens no window', () => {
  for (const url of ['https://evil.example/', 'app://bundle/index.html', 'about:blank']) {
    expect(lockedContents().open(url)).toEqual({ action: 'deny' })
  }
})

it('is set for whatever contents are made, before they can load anything', () => {
  const { app, contents } = lockedContents()
  expect([...app.listeners.keys()]).toEqual(['web-contents-created'])
  expect([...contents.listeners.keys()].sort()).toEqual([
    'will-attach-webview',
    'will-frame-navigate',
    'will-navigate',
    'will-redirect',
  ])
})

it('lets the page copy, and denies every other permission, asked for, checked, or of a device', () => {
  const handlers = new Map<string, Listener>()
  const set = (name: string) => (handler: Listener) => void handlers.set(name, handler)
  const session = {
    setPermissionRequestHandler: set('request'),
    setPermissionCheckHandler: set('check'),
    setDevicePermissionHandler: set('device'),
  }
  denyPermissions(session as unknown as Session)
  for (const permission of [
    'clipboard-sanitized-write',
    'media',
    'clipboard-read',
    'notifications',
    'usb',
    'hid',
    'openExternal',
  ]) {
    const decisions: unknown[] = []
    handlers.get('request')?.({}, permission, (decision: unknown) => decisions.push(decision))
    const isAllowed = permission === 'clipboard-sanitized-write'
    expect([decisions, handlers.get('check')?.({}, permission)]).toEqual([[isAllowed], isAllowed])
  }
  expect(handlers.get('device')?.({ deviceType: 'usb' })).toBe(false)
})
