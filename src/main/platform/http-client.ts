import axios, { type AxiosInstance, type AxiosResponse } from 'axios'
import type { Endpoint } from '../../shared/platform/endpoint.ts'
import { sendingId } from '../logging/request-id.ts'
import type { Dialect, PreparedRequest, RawAnswer } from './dialects/dialect.ts'
import type { Measurement } from './platform-clock.ts'
import type { Attempt, PlatformFailure } from './platform-failure.ts'
import { parseHttpDate } from './retry-after.ts'
import { lasting, throughFetch } from './through-fetch.ts'
import { transportFailure } from './transport-errors.ts'
import { createConnections, type Connections } from './transport/connections.ts'

export interface HttpClientOptions {
  readonly userAgent: string
  readonly read: Dialect['read']
  /** Directly, and trusting Node's own list of roots, unless told. */
  readonly connections?: Connections | undefined
  /** Takes the requests instead of our own connections: the system's network stack, which has its own proxies and roots. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Gives a signal that aborts after so many ms. */
  readonly deadline?: ((ms: number) => AbortSignal) | undefined
  /** Told for each answer that is the platform's own, with the base URL that gave it. */
  readonly onDate: (measurement: Measurement, baseUrl: string) => void
  /** Told of each sending, however it ended. */
  readonly onSent?: ((sent: Sent) => void) | undefined
}

/** What may be known of a sending afterwards: nothing that was in it. */
export interface Sent {
  readonly endpoint: Endpoint
  /** X-Request-Id, a UUID. */
  readonly id: string
  /** HTTP; absent where no answer came. */
  readonly status?: number
  readonly durationMs: number
  readonly attempt: Attempt
}

export interface Sending {
  readonly endpoint: Endpoint
  readonly baseUrl: string
  readonly request: PreparedRequest
  /** It may be sent again if it fails. */
  readonly isRepeatable: boolean
  readonly signal: AbortSignal | undefined
}

/** Sends one request once. Never rejects for what the network or the platform does. */
export type Send = (sending: Sending) => Promise<Attempt>

const maxJsonBytes = 1 << 16

export function createHttpClient(options: HttpClientOptions): Send {
  const connections = options.connections ?? createConnections()
  const http = createAxios(options)
  const timeout = options.deadline ?? ((ms: number) => AbortSignal.timeout(ms))
  const send = async (sending: Sending, note: Note): Promise<Attempt> => {
    const { endpoint, signal } = sending
    if (isAborted(signal)) return { ok: false, failure: neverStarted }
    // Total, unlike axios' own timeout, which a trickling body starts again and again.
    const deadline = timeout(endpoint.timeoutMs)
    const over = new AbortController()
    const sentAt = Date.now()
    try {
      const ending = AbortSignal.any([deadline, over.signal, ...(signal === undefined ? [] : [signal])])
      const response = await unlessAborted(exchange(http, connections, { ...sending, signal: ending }, note.id), ending)
      note.status = response.status
      const answer = rawAnswer(response)
      const attempt = options.read(endpoint, answer)
      const date = parseHttpDate(answer.date)
      if (date !== undefined && isPlatformsOwn(attempt)) {
        options.onDate({ sentAt, receivedAt: Date.now(), date }, sending.baseUrl)
      }
      return attempt
    } catch (thrown) {
      const ended = { thrown, cancelled: isAborted(signal), timedOut: deadline.aborted }
      // An answer that was not read to its end would keep its connection for ever.
      over.abort()
      return { ok: false, failure: transportFailure(endpoint, ended) }
    }
  }
  return async (sending) => {
    const note: Note = { id: sendingId() }
    const begun = performance.now()
    const attempt = await send(sending, note)
    options.onSent?.({
      ...note,
      endpoint: sending.endpoint,
      durationMs: Math.round(performance.now() - begun),
      attempt,
    })
    return attempt
  }
}

interface Note {
  readonly id: string
  status?: number
}

export const neverStarted: PlatformFailure = {
  code: 'platform.cancelled',
  outcome: 'not-done',
  mayRepeat: false,
  details: {},
}

/** axios with every default off that guesses, follows or hides something. */
export function createAxios(
  { userAgent, fetch }: Pick<HttpClientOptions, 'userAgent' | 'fetch'>,
  responseType: 'arraybuffer' | 'stream' = 'arraybuffer',
): AxiosInstance {
  return axios.create({
    ...(fetch === undefined ? { adapter: 'http' } : throughFetch(fetch)),
    responseType,
    // Octets that are no Buffer axios would refuse.
    transformRequest: [(body: unknown) => (body instanceof Uint8Array ? Buffer.from(body) : body)],
    transformResponse: [(body: unknown) => body],
    validateStatus: () => true,
    maxRedirects: 0,
    proxy: false,
    allowAbsoluteUrls: false,
    withXSRFToken: false,
    headers: { 'user-agent': userAgent },
  })
}

function exchange(
  http: AxiosInstance,
  connections: Connections,
  sending: Sending,
  id: string,
): Promise<AxiosResponse<unknown>> {
  const { endpoint, request, signal } = sending
  return http.request<unknown>({
    ...(sending.isRepeatable ? connections.kept : connections.fresh),
    baseURL: sending.baseUrl,
    url: request.target,
    method: request.method,
    maxContentLength: endpoint.maxResponseBytes,
    maxBodyLength: endpoint.upload?.maxBytes ?? maxJsonBytes,
    ...(request.body === undefined ? {} : { data: request.body }),
    ...(signal === undefined ? {} : { signal, ...lasting(signal) }),
    headers: { 'x-request-id': id, ...request.headers },
  })
}

function rawAnswer(response: AxiosResponse<unknown>): RawAnswer {
  const header = headersOf(response)
  return {
    status: response.status,
    contentType: header('content-type'),
    date: header('date'),
    retryAfter: header('retry-after'),
    body: octets(response.data),
  }
}

export function headersOf(response: AxiosResponse<unknown>): (name: string) => string | undefined {
  return (name) => {
    const value: unknown = response.headers[name]
    return typeof value === 'string' ? value : undefined
  }
}

/** A buffer from our own connections, an ArrayBuffer from fetch. */
function octets(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body
  return body instanceof ArrayBuffer ? new Uint8Array(body) : new Uint8Array()
}

/** A captive portal has a clock too; it is not the one that validity is judged by. */
function isPlatformsOwn(attempt: Attempt): boolean {
  return attempt.ok || attempt.failure.details['problem'] !== undefined
}

export function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}

/** A network stack that forgets the signal, or does not end its body with it, must not outlive the deadline. */
export function unlessAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(new Error('the time is over', { cause: signal.reason }))
    signal.addEventListener('abort', onAbort, { once: true })
    void task.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
