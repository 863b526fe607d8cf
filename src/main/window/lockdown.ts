import type { App, Session } from 'electron'

/** A button that copies: text only, and only in answer to a click; what is in the clipboard stays unread. */
const copying = 'clipboard-sanitized-write'

/** SECURITY(5): the page may copy, and needs no other permission. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(permission === copying)
  })
  session.setPermissionCheckHandler((_contents, permission) => permission === copying)
  session.setDevicePermissionHandler(() => false)
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
