// Chromium hands a scheme it does not know to the desktop before the DevTools protocol can intercept the request
// (Page.navigate → net::ERR_ABORTED). So app://bundle/x is shown as https://bundle.app.localhost/x, which is a secure
// context with an origin of its own, and whose requests are all answered here: nothing reaches the network.

export type SchemeHandler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, SchemeHandler>()

export function setSchemeHandler(scheme: string, handler: SchemeHandler): void {
  handlers.set(scheme, handler)
}

export function removeSchemeHandler(scheme: string): void {
  handlers.delete(scheme)
}

export function hasSchemeHandler(scheme: string): boolean {
  return handlers.has(scheme)
}

/** app://bundle/index.html → https://bundle.app.localhost/index.html; other URLs stay as they are. */
export function toChromiumUrl(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? []
  if (!handlers.has(scheme)) return url
  return `https://${host}.${scheme}.localhost${rest === '' ? '/' : rest}`
}

/** The reverse of toChromiumUrl. */
export function toAppUrl(url: string): string {
  const [, host = '', scheme = '', rest = '/'] =
    /^https:\/\/([^/?#]+)\.([^./?#]+)\.localhost([/?#].*)?$/.exec(url) ?? []
  return handlers.has(scheme) ? `${scheme}://${host}${rest}` : url
}

/** The app's protocol handler for a URL as Chromium sees it; undefined for a URL that is not the app's own. */
export function schemeHandlerOf(chromiumUrl: string): SchemeHandler | undefined {
  const appUrl = toAppUrl(chromiumUrl)
  return appUrl === chromiumUrl ? undefined : handlers.get(appUrl.slice(0, appUrl.indexOf(':')))
}
