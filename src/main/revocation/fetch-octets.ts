import axios, { type AxiosRequestConfig, type AxiosResponse } from 'axios'
import type { UnknownReason } from '../../shared/trust-words.ts'
import { throughFetch } from '../platform/through-fetch.ts'
import { createConnections } from '../platform/transport/connections.ts'
import type { NetworkPolicy } from '../platform/transport/network-policy.ts'
import { routesTo } from '../platform/transport/routes.ts'
import type { SystemNetwork } from '../platform/transport/system-network.ts'

interface OctetsRequest {
  readonly url: string
  /** Sent by POST, of this media type. */
  readonly body?: { readonly octets: Uint8Array; readonly type: string }
  readonly maxBytes: number
  /** For all of it, redirects included. */
  readonly timeoutMs: number
}

type FetchedOctets =
  | { readonly ok: true; readonly octets: Uint8Array }
  | { readonly ok: false; readonly reason: Extract<UnknownReason, 'unreachable' | 'too-large' | 'refused'> }

/** Asks once. Never rejects. */
export type FetchOctets = (request: OctetsRequest) => Promise<FetchedOctets>

interface FetchParts {
  readonly policy: () => NetworkPolicy
  readonly system: SystemNetwork
  /** May this address be called at all? Asked for redirects too. */
  readonly isAllowed: (url: URL) => boolean
  readonly userAgent: string
}

const mostRedirects = 2

/**
 * Asks an authority, on the ways that the user has set for the platform. Its answers are signed, so a plain http address
 * is as good as another; the platform's own roots and pins do not hold for it.
 */
export function createFetchOctets(parts: FetchParts): FetchOctets {
  return async (request) => {
    const signal = AbortSignal.timeout(request.timeoutMs)
    try {
      return await follow(request, { ...parts, signal })
    } catch (error) {
      return { ok: false, reason: isTooLarge(error) ? 'too-large' : 'unreachable' }
    }
  }
}

interface Journey extends FetchParts {
  readonly signal: AbortSignal
}

async function follow(request: OctetsRequest, journey: Journey): Promise<FetchedOctets> {
  let url = URL.parse(request.url)
  for (let redirects = 0; url !== null && redirects <= mostRedirects; redirects += 1) {
    if (!isWeb(url) || !journey.isAllowed(url)) break
    const response = await send(url, request, journey)
    if (response.status === 200) return { ok: true, octets: octetsOf(response.data) }
    const next = locationOf(response, url)
    // Never to another scheme: what began encrypted ends so, and http does not become something else.
    if (next?.protocol !== url.protocol) break
    url = next
  }
  return { ok: false, reason: 'refused' }
}

function isWeb({ protocol, username, password }: URL): boolean {
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
}

/** The next way is tried only when this one gave no answer: nothing is changed by asking twice. */
async function send(url: URL, request: OctetsRequest, journey: Journey): Promise<AxiosResponse<unknown>> {
  const policy = journey.policy()
  const ways: readonly AxiosRequestConfig[] = policy.useSystemNetwork
    ? [throughFetch((input, init) => journey.system.fetch({ pins: [] })(input, { ...init, redirect: 'manual' }))]
    : (await routesTo(url.href, policy, journey.system)).map((route) => createConnections({ pins: [] }, route).fresh)
  let failure: unknown
  for (const way of ways) {
    try {
      return await axios.request<unknown>({ ...way, ...optionsOf(url, request, journey) })
    } catch (error) {
      if (isTooLarge(error) || journey.signal.aborted) throw error
      failure = error
    }
  }
  throw failure instanceof Error ? failure : new Error('no way to ask')
}

/** With every default off that guesses, follows or hides something. */
function optionsOf(url: URL, { body, maxBytes }: OctetsRequest, journey: Journey): AxiosRequestConfig {
  return {
    url: url.href,
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { data: Buffer.from(body.octets) }),
    headers: { 'user-agent': journey.userAgent, ...(body === undefined ? {} : { 'content-type': body.type }) },
    responseType: 'arraybuffer',
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
    maxContentLength: maxBytes,
    maxRedirects: 0,
    proxy: false,
    signal: journey.signal,
  }
}

function locationOf({ status, headers }: AxiosResponse<unknown>, from: URL): URL | undefined {
  const location: unknown = headers['location']
  if (![301, 302, 303, 307, 308].includes(status) || typeof location !== 'string') return undefined
  return URL.parse(location, from.href) ?? undefined
}

function octetsOf(data: unknown): Uint8Array {
  if (data instanceof Uint8Array) return data
  return data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array()
}

/** axios has a code for it that stands for other things too. */
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.message.includes('maxContentLength')
}
