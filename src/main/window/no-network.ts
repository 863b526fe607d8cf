import type { App, Session } from 'electron'

/**
 * The page has no business on any network: what it shows comes from `app://`, and main talks to the platform. Its policy
 * forbids every request, but knows nothing of peer connections (WebRTC): they get no UDP here, and no TCP below.
 */
export function denyPeerConnections(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'))
}

/** A port where nothing listens, and where only an administrator could. */
const nowhere = 'http://127.0.0.1:1'

/** What would still try to leave by the page's session, ends here; the platform is reached by other ways. */
export function leadNowhere(session: Pick<Session, 'setProxy'>): Promise<void> {
  return session.setProxy({ mode: 'fixed_servers', proxyRules: nowhere, proxyBypassRules: '<-loopback>' })
}

/** Left alone, Electron shows whoever asks the first certificate of the system's store: a name, and perhaps a key's PIN dialog. */
export function showNoCertificate(app: Pick<App, 'on'>): void {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
}
