import { endpoints } from '../../shared/platform/endpoints.ts'
import { AppError } from '../app-error.ts'
import type { OpenedOctets, WantedOctets } from '../content/ports.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Send } from './http-client.ts'
import { toAppError } from './platform-errors.ts'
import type { OpenedStream } from './stream-client.ts'

interface DownloadParts {
  /** Normalised; throws platform.notConfigured or platform.addressInvalid. */
  readonly baseUrl: () => string
  readonly dialect: Dialect
  readonly send: Send
}

const endpoint = endpoints.getDownloadContent

/**
 * A file of the platform, or what is missing of it: Range with If-Range (RFC 9110, 14.2 and 13.1.5). Sent once; whoever
 * reads it knows better whether to go on. Codes of any call, and platform.contentNotFound.
 */
export function createOpenDownload({ baseUrl, dialect, send }: DownloadParts) {
  return async ({ downloadId, from, etag, signal }: WantedOctets): Promise<OpenedOctets> => {
    const credentials = { accessToken: undefined, idempotencyKey: undefined }
    const prepared = dialect.prepare(endpoint, { params: { downloadId } }, credentials)
    const request = { ...prepared, headers: { ...prepared.headers, ...rangeHeaders(from, etag) } }
    const attempt = await send({ endpoint, baseUrl: baseUrl(), request, isRepeatable: true, signal })
    // The stream client answers with nothing else.
    if (attempt.ok) return openedOctets(attempt.value as OpenedStream, from)
    if (attempt.failure.details['status'] === 416) return { kind: 'nothing-there' }
    throw toAppError(attempt.failure)
  }
}

/** Without a strong tag nobody could say that the rest belongs to what is here. */
export function rangeHeaders(from: number, etag: string | undefined): Readonly<Record<string, string>> {
  return from > 0 && etag !== undefined ? { range: `bytes=${from}-`, 'if-range': etag } : {}
}

/** Which octets an answer brings: all of them, or the rest from there on. Code platform.offContract. */
export function openedOctets({ status, header, octets }: OpenedStream, from: number): OpenedOctets {
  const etag = strong(header('etag'))
  if (status === 200) return { kind: 'whole', etag, octets }
  const [, first] = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(header('content-range') ?? '') ?? []
  if (first !== undefined && Number(first) === from) return { kind: 'rest', etag, octets }
  // Octets of another place than was asked for belong to nothing that is here.
  void octets[Symbol.asyncIterator]().return?.()
  throw new AppError('platform.offContract', { details: { outcome: 'not-done', status, paths: 'content-range' } })
}

function strong(etag: string | undefined): string | undefined {
  return etag !== undefined && /^"[\x21\x23-\x7e]{1,200}"$/.test(etag) ? etag : undefined
}
