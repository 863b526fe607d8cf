import { toAppUrl } from '../chromium/app-scheme.ts'
import type { MediaKind, MediaQuestion } from '../chromium/messages.ts'
import { trace } from '../notice.ts'
import { state } from '../state.ts'

export type Ask = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>
export type Check = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>
type Permission = Parameters<Ask>[1]
type Details = Parameters<Ask>[3]

/** Electron's name of a permission, and the DevTools protocol's, of those that are asked for in advance. */
const PERMISSIONS: readonly (readonly [electron: Permission, chromium: string])[] = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-sanitized-write'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['idle-detection', 'idle-detection'],
]

/** Cameras and microphones are asked for when they are wanted: see injected/media-guard.ts. */
const CHROMIUM_MEDIA: Readonly<Record<MediaKind, string>> = { video: 'camera', audio: 'microphone' }

const ANSWER_DEADLINE_MS = 200

let ask: Ask | null = null
let check: Check | null = null

export function setPermissionHandlers(handlers: { readonly ask?: Ask | null; readonly check?: Check | null }): void {
  if (handlers.ask !== undefined) ask = handlers.ask
  if (handlers.check !== undefined) check = handlers.check
}

function isRequestGranted(
  contents: Electron.WebContents,
  permission: Permission,
  details: Details,
  deadlineMs?: number,
): Promise<boolean> {
  const request = ask
  if (!request) return Promise.resolve(true)
  return new Promise((resolve) => {
    request(contents, permission, resolve, details)
    if (deadlineMs !== undefined) setTimeout(resolve, deadlineMs, false)
  })
}

async function isGranted(contents: Electron.WebContents, permission: Permission, origin: string): Promise<boolean> {
  const details = { isMainFrame: true, requestingUrl: `${origin}/` }
  if (check && !check(contents, permission, origin, details)) return false
  return isRequestGranted(contents, permission, details, ANSWER_DEADLINE_MS)
}

async function setPermission(chromium: string, isAllowed: boolean, chromiumUrl: string): Promise<void> {
  const { origin } = new URL(chromiumUrl)
  const setting = isAllowed ? 'granted' : 'denied'
  await state.chromium?.root.send('Browser.setPermission', { permission: { name: chromium }, setting, origin })
}

/** Asks the app's handlers once per permission, before the page loads: Chromium does not ask over the DevTools protocol. */
export async function applyPermissions(contents: Electron.WebContents, chromiumUrl: string): Promise<void> {
  if (!/^https?:/.test(chromiumUrl)) return
  const origin = toAppUrl(new URL(chromiumUrl).origin)
  const results = await Promise.allSettled([
    ...PERMISSIONS.map(async ([electron, chromium]) =>
      setPermission(chromium, await isGranted(contents, electron, origin), chromiumUrl),
    ),
    ...Object.values(CHROMIUM_MEDIA).map((chromium) => setPermission(chromium, false, chromiumUrl)),
  ])
  for (const result of results) if (result.status === 'rejected') trace('permission not set:', result.reason)
}

/**
 * What the app's handlers say now of cameras and microphones, asked with what Electron tells them. Chromium is told of what
 * is granted; it is not told of an end, as it would stop a picture that runs, which Electron does not.
 */
export async function answerMediaQuestion(
  contents: Electron.WebContents,
  { kind, media }: MediaQuestion,
  toChromium: (url: string) => string,
): Promise<boolean> {
  const requestingUrl = contents.getURL()
  const securityOrigin = `${requestingUrl.split('/').slice(0, 3).join('/')}/`
  const details = { isMainFrame: true, requestingUrl, securityOrigin }
  if (kind === 'check') {
    const [mediaType] = media
    return check?.(contents, 'media', securityOrigin, { ...details, ...(mediaType && { mediaType }) }) ?? true
  }
  const isAllowed = await isRequestGranted(contents, 'media', { ...details, mediaTypes: [...media] })
  if (isAllowed) {
    await Promise.all(media.map((one) => setPermission(CHROMIUM_MEDIA[one], true, toChromium(requestingUrl))))
  }
  return isAllowed
}
