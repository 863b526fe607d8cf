import type { App, Session, WebContents } from 'electron'
import { expect, it } from 'vitest'
import type { CameraQuestion } from '../camera/camera-lease.ts'
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

/** The handlers that a session is given, and a lease that notes what it was asked. */
function lockedSession() {
  const handlers = new Map<string, Listener>()
  const set = (name: string) => (handler: Listener) => void handlers.set(name, handler)
  const session = {
    setPermissionRequestHandler: set('request'),
    setPermissionCheckHandler: set('check'),
    setDevicePermissionHandler: set('device'),
  }
  const questions: CameraQuestion[] = []
  // Told apart by identity only.
  const own = { id: 1 } as unknown as WebContents
  const isGood = (question: CameraQuestion) => JSON.stringify(question) === JSON.stringify(good)
  denyPermissions(session as unknown as Session, {
    lease: { allows: (question) => questions.push(question) > 0 && isGood(question) },
    ownContents: () => own,
  })
  const request = (contents: unknown, permission: string, details: object) => {
    const decisions: unknown[] = []
    handlers.get('request')?.(contents, permission, (decision: unknown) => decisions.push(decision), details)
    expect(decisions).toHaveLength(1)
    return decisions[0]
  }
  return { handlers, questions, own, request }
}

const good: CameraQuestion = { isOurWindow: true, isMainFrame: true, isOurOrigin: true, media: ['video'] }
const page = { isMainFrame: true, requestingUrl: 'app://bundle/index.html', securityOrigin: 'app://bundle/' }

it('lets the page copy, and denies every other permission, asked for, checked, or of a device', () => {
  const { handlers, request, own, questions } = lockedSession()
  for (const permission of [
    'clipboard-sanitized-write',
    'clipboard-read',
    'display-capture',
    'notifications',
    'usb',
    'hid',
    'openExternal',
  ]) {
    const isAllowed = permission === 'clipboard-sanitized-write'
    expect(request(own, permission, { ...page, mediaTypes: ['video'] })).toBe(isAllowed)
    const checked = handlers.get('check')?.(own, permission, 'app://bundle/', { ...page, mediaType: 'video' })
    expect(checked).toBe(isAllowed)
  }
  expect(handlers.get('device')?.({ deviceType: 'usb' })).toBe(false)
  expect(questions).toEqual([])
})

it('asks the lease about a camera, when it is asked for and when it is checked', () => {
  const { handlers, request, own, questions } = lockedSession()
  const check = (contents: unknown, details: object, origin = 'app://bundle/') =>
    handlers.get('check')?.(contents, 'media', origin, details)
  expect(request(own, 'media', { ...page, mediaTypes: ['video'] })).toBe(true)
  expect(check(own, { ...page, mediaType: 'video' })).toBe(true)
  expect(questions).toEqual([good, good])
})

it.each<[string, object, Partial<CameraQuestion>]>([
  ['sound', { mediaTypes: ['video', 'audio'], mediaType: 'audio' }, {}],
  ['what is not named', { mediaTypes: undefined }, { media: [] }],
  ['a frame in it', { isMainFrame: false, mediaTypes: ['video'], mediaType: 'video' }, { isMainFrame: false }],
  ...['https://evil.example/', 'app://bundle.evil/', 'null', ''].map(
    (securityOrigin): [string, object, Partial<CameraQuestion>] => [
      `the origin ${securityOrigin}`,
      { securityOrigin, mediaTypes: ['video'], mediaType: 'video' },
      { isOurOrigin: false },
    ],
  ),
  [
    'the address of another page',
    { requestingUrl: 'https://evil.example/app://bundle/', mediaTypes: ['video'], mediaType: 'video' },
    { isOurOrigin: false },
  ],
  [
    'a page around it',
    { embeddingOrigin: 'https://evil.example', mediaTypes: ['video'], mediaType: 'video' },
    { isOurOrigin: false },
  ],
])('tells the lease of %s', (_what, details, change) => {
  const { handlers, request, own, questions } = lockedSession()
  expect(request(own, 'media', { ...page, ...details })).toBe(false)
  expect(handlers.get('check')?.(own, 'media', 'app://bundle/', { ...page, ...details })).toBe(false)
  const [asked, checked] = questions
  if (Object.keys(change).length === 0)
    expect([asked?.media, checked?.media]).toEqual([
      ['video', 'audio'],
      ['video', 'audio'],
    ])
  else
    expect([asked, checked]).toEqual([
      { ...good, ...change },
      { ...good, ...change },
    ])
})

it('tells the lease of a check for another origin, and of contents that are not the window', () => {
  const { handlers, request, own, questions } = lockedSession()
  const details = { ...page, mediaTypes: ['video'], mediaType: 'video' }
  handlers.get('check')?.(own, 'media', 'https://evil.example/', details)
  handlers.get('check')?.(null, 'media', 'app://bundle/', details)
  request({ id: 2 }, 'media', details)
  expect(questions).toEqual([
    { ...good, isOurOrigin: false },
    { ...good, isOurWindow: false },
    { ...good, isOurWindow: false },
  ])
})
