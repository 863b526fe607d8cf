import { trace } from '../notice.ts'
import { schemeHandlerOf, toAppUrl, type SchemeHandler } from './app-scheme.ts'
import type { CdpSession } from './cdp-connection.ts'
import type { PausedRequest } from './cdp-protocol.ts'

/** A navigation that did not come from loadURL or a reload. */
export interface Navigation {
  readonly url: string
  readonly isMainFrame: boolean
  readonly isRedirect: boolean
}

export interface RequestPolicy {
  isMainFrame(frameId: string): boolean
  isOwnNavigation(chromiumUrl: string): boolean
  allows(navigation: Navigation): boolean
}

function requestBody(request: PausedRequest['request']): Buffer | string | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  if (!request.postDataEntries) return request.postData
  return Buffer.concat(request.postDataEntries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')))
}

async function fulfil(session: CdpSession, paused: PausedRequest, handler: SchemeHandler): Promise<void> {
  const { method, headers } = paused.request
  const body = requestBody(paused.request)
  const request = new Request(toAppUrl(paused.request.url), {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  })
  const response = await handler(request)
  await session.send('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: response.status,
    ...(response.statusText === '' ? {} : { responsePhrase: response.statusText }),
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

function isAllowed(paused: PausedRequest, policy: RequestPolicy): boolean {
  if (paused.resourceType !== 'Document') return true
  const isMainFrame = policy.isMainFrame(paused.frameId)
  if (isMainFrame && policy.isOwnNavigation(paused.request.url)) return true
  const isRedirect = paused.redirectedRequestId !== undefined
  return policy.allows({ url: toAppUrl(paused.request.url), isMainFrame, isRedirect })
}

async function answer(session: CdpSession, paused: PausedRequest, policy: RequestPolicy): Promise<void> {
  const { requestId } = paused
  const handler = schemeHandlerOf(paused.request.url)
  if (!isAllowed(paused, policy)) await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
  else if (handler) await fulfil(session, paused, handler)
  else await session.send('Fetch.continueRequest', { requestId })
}

/** Answers every request of a page: the app's own scheme by the app's handler, the rest by the network. */
export function answerRequests(session: CdpSession, policy: RequestPolicy): void {
  session.on('Fetch.requestPaused', (paused) => {
    answer(session, paused, policy).catch((error: unknown) => {
      trace('request failed:', paused.request.url, error)
      session.post('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' })
    })
  })
}
