import type { AxiosInstance, AxiosResponse } from 'axios'
import { sendingId } from '../logging/request-id.ts'
import {
  createAxios,
  headersOf,
  isAborted,
  neverStarted,
  unlessAborted,
  type HttpClientOptions,
  type Send,
  type Sending,
} from './http-client.ts'
import { mediaType } from './json-body.ts'
import { octetsOf } from './octet-stream.ts'
import { toAppError } from './platform-errors.ts'
import type { Attempt } from './platform-failure.ts'
import { lasting } from './through-fetch.ts'
import { transportFailure } from './transport-errors.ts'
import { createConnections } from './transport/connections.ts'

/** An answer whose body is read while it comes. */
export interface OpenedStream {
  readonly status: 200 | 206
  readonly header: (name: string) => string | undefined
  /** Rejects with AppError when it is cut off. The connection lives until it is read to its end, or returned. */
  readonly octets: AsyncIterable<Uint8Array>
}

type Options = Omit<HttpClientOptions, 'onDate'>

/** A body that says nothing for so long will not go on. */
const idleMs = 30_000
/** A refusal is a few words. */
const longestRefusal = 1 << 16

/**
 * The same way to the platform as every other call, for what is too large to hold in memory. Answers with an OpenedStream
 * for a success, and reads a refusal like any other.
 */
export function createStreamClient(options: Options): Send {
  const http = createAxios(options, 'stream')
  // A body that is not read to its end takes its connection with it.
  const { fresh } = options.connections ?? createConnections()
  return async (sending) => {
    const id = sendingId()
    const begun = performance.now()
    const journey = begin(options, sending)
    const attempt = await open({ ...journey, sending, options }, () =>
      request(http, { ...sending, ...journey, fresh, id }),
    )
    const durationMs = Math.round(performance.now() - begun)
    options.onSent?.({ id, endpoint: sending.endpoint, durationMs, attempt, ...statusOf(attempt) })
    return attempt
  }
}

interface Journey {
  /** Total: from the first octet sent to the last one received. */
  readonly limit: AbortSignal
  readonly ending: AbortSignal
  readonly stop: () => void
}

function begin({ deadline = AbortSignal.timeout }: Options, { endpoint, signal }: Sending): Journey {
  const limit = deadline(endpoint.timeoutMs)
  const over = new AbortController()
  const ending = AbortSignal.any([limit, over.signal, ...(signal === undefined ? [] : [signal])])
  return { limit, ending, stop: () => over.abort() }
}

interface Opening extends Journey {
  readonly sending: Sending
  readonly options: Options
}

async function open(opening: Opening, send: () => Promise<AxiosResponse<unknown>>): Promise<Attempt> {
  const { sending, ending, stop } = opening
  if (isAborted(sending.signal)) return { ok: false, failure: neverStarted }
  try {
    return await readHead(await unlessAborted(send(), ending), opening)
  } catch (thrown) {
    stop()
    return { ok: false, failure: failureOf(thrown, opening) }
  }
}

async function readHead(response: AxiosResponse<unknown>, opening: Opening): Promise<Attempt> {
  const { endpoint } = opening.sending
  const header = headersOf(response)
  const { status, data } = response
  const idle = () => (opening.options.deadline ?? AbortSignal.timeout)(idleMs)
  const octets = octetsOf(data, { signal: opening.ending, idle, stop: opening.stop })
  // What is packed has other places than those that a range names.
  const isPlain = (header('content-encoding') ?? 'identity') === 'identity'
  if ((status === 200 || status === 206) && isPlain && isWanted(endpoint.success.octets, header('content-type'))) {
    return { ok: true, value: { status, header, octets: told(octets, opening) } satisfies OpenedStream }
  }
  const body = await readAtMost(octets, longestRefusal)
  const answer = { contentType: header('content-type'), date: header('date'), retryAfter: header('retry-after') }
  // A success in another form than was asked for is none: as one that nobody asked for, it is off the contract.
  return opening.options.read(endpoint, { ...answer, status: status === 200 ? 206 : status, body })
}

/** `*`: whatever a file server takes a file for. */
function isWanted(wanted: string | undefined, contentType: string | undefined): boolean {
  return wanted === '*' || mediaType(contentType) === wanted
}

async function* told(octets: AsyncIterable<Uint8Array>, opening: Opening): AsyncGenerator<Uint8Array> {
  try {
    yield* octets
  } catch (thrown) {
    throw toAppError(failureOf(thrown, opening))
  }
}

function failureOf(thrown: unknown, { sending: { endpoint, signal }, limit }: Opening) {
  const cancelled = isAborted(signal)
  // Silence for too long ends a body as the deadline does.
  const timedOut = limit.aborted || (thrown instanceof Error && thrown.message === 'the time is over')
  return transportFailure(endpoint, { thrown, cancelled, timedOut })
}

async function readAtMost(octets: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of octets) {
    parts.push(part)
    length += part.length
    if (length > most) break
  }
  return Buffer.concat(parts)
}

interface Request extends Sending, Journey {
  readonly fresh: object
  readonly id: string
}

function request(http: AxiosInstance, { endpoint, baseUrl, request: prepared, ending, fresh, id }: Request) {
  return http.request<unknown>({
    ...fresh,
    ...{ baseURL: baseUrl, url: prepared.target, method: prepared.method, signal: ending, ...lasting(ending) },
    maxContentLength: endpoint.maxResponseBytes,
    decompress: false,
    headers: { 'x-request-id': id, ...prepared.headers, 'accept-encoding': 'identity' },
  })
}

function statusOf(attempt: Attempt): { readonly status?: number } {
  if (attempt.ok) return { status: (attempt.value as OpenedStream).status }
  const { status } = attempt.failure.details
  return typeof status === 'number' ? { status } : {}
}
