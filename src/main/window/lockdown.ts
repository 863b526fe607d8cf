import type { App, PermissionCheckHandlerHandlerDetails, Session, WebContents } from 'electron'
import type { CameraLease } from '../camera/camera-lease.ts'
import { appOrigin } from './content-protocol.ts'
import { originOf } from './origin-of.ts'

/** A button that copies: text only, and only in answer to a click; what is in the clipboard stays unread. */
const copying = 'clipboard-sanitized-write'

interface Camera {
  readonly lease: Pick<CameraLease, 'allows'>
  /** The contents of the program's one window, while there is one. */
  readonly ownContents: () => WebContents | undefined
}

/** SECURITY(5): the page may copy, may open a camera while 拍照 is open, and needs no other permission. */
export function denyPermissions(session: Session, { lease, ownContents }: Camera): void {
  /** Asked, and checked for the names of cameras and for `permissions.query`. */
  const allowsMedia = (contents: WebContents | null, details: MediaDetails, addresses: readonly string[]) =>
    lease.allows({
      isOurWindow: contents !== null && contents === ownContents(),
      isMainFrame: details.isMainFrame,
      isOurOrigin: addresses.length > 0 && addresses.every((address) => originOf(address) === appOrigin),
      media: details.mediaTypes ?? (details.mediaType === undefined ? [] : [details.mediaType]),
    })
  session.setPermissionRequestHandler((contents, permission, decide, details) => {
    decide(permission === copying || (permission === 'media' && allowsMedia(contents, details, addressesOf(details))))
  })
  session.setPermissionCheckHandler((contents, permission, origin, details) => {
    if (permission === copying) return true
    return permission === 'media' && allowsMedia(contents, details, [origin, ...addressesOf(details)])
  })
  session.setDevicePermissionHandler(() => false)
}

/** What requests and checks tell, as far as it is looked at. */
type MediaDetails = Pick<PermissionCheckHandlerHandlerDetails, 'isMainFrame' | 'mediaType'> & {
  readonly requestingUrl?: string
  readonly securityOrigin?: string
  readonly embeddingOrigin?: string
  readonly mediaTypes?: readonly string[]
}

function addressesOf({ requestingUrl, securityOrigin, embeddingOrigin }: MediaDetails): readonly string[] {
  return [requestingUrl, securityOrigin, embeddingOrigin].filter((address) => address !== undefined)
}

/** SECURITY(12, 13, 14): no window opens another, goes anywhere, or holds a webview. */
export function denyNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
  })
}
