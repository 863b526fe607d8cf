import tls from 'node:tls'
import { endpoint, type Endpoint } from '../../../shared/platform/endpoint.ts'
import type { OpenedOctets } from '../../content/ports.ts'
import type { HttpClientOptions, Sending } from '../../platform/http-client.ts'
import { openedOctets, rangeHeaders } from '../../platform/open-download.ts'
import { toAppError } from '../../platform/platform-errors.ts'
import { createStreamClient, type OpenedStream } from '../../platform/stream-client.ts'
import type { NetworkPolicy } from '../../platform/transport/network-policy.ts'
import { createRoutedSend } from '../../platform/transport/routed-send.ts'
import type { SystemNetwork } from '../../platform/transport/system-network.ts'
import { toUpdateError } from './update-errors.ts'

interface WantedFile {
  /** A name beside the feed. */
  readonly name: string
  /** How much of it is here already. */
  readonly from: number
  /** Of what is here; strong. */
  readonly etag: string | undefined
  readonly signal: AbortSignal
}

/** Where updates come from. Codes of both: update.unreachable, .tls, .redirected, .notThere, and platform.cancelled. */
export interface UpdateWeb {
  /** A small file, whole. Code update.feedUnreadable when it is not small. */
  readonly read: (name: string, signal: AbortSignal) => Promise<Uint8Array>
  /** A file, or what is missing of it: Range with If-Range (RFC 9110). */
  readonly open: (wanted: WantedFile) => Promise<OpenedOctets>
}

interface WebParts {
  /** Checked; without a slash at its end. */
  readonly baseUrl: () => string
  readonly userAgent: string
  readonly policy: () => NetworkPolicy
  readonly system: SystemNetwork
  readonly deadline: (ms: number) => AbortSignal
  readonly onSent: HttpClientOptions['onSent']
}

const largestFeed = 1 << 18

const file: Endpoint = endpoint({
  operationId: 'getUpdateFile',
  tag: 'service',
  method: 'GET',
  path: '/{file of an update}',
  summary: '',
  auth: false,
  retry: 'safe',
  timeoutMs: 600_000,
  // The size of a package is checked while it comes.
  maxResponseBytes: Infinity,
  success: { status: 200, description: '', octets: '*', ranges: true },
  problems: {},
})
const feed: Endpoint = { ...file, timeoutMs: 20_000 }

/** The program's own way into the network: its proxies, its roots, its TLS; never a redirect, never a log-in. */
export function createUpdateWeb({ baseUrl, userAgent, policy, system, deadline, onSent }: WebParts): UpdateWeb {
  const read: HttpClientOptions['read'] = (_endpoint, { status }) => ({
    ok: false,
    failure: { code: 'platform.offContract', outcome: 'not-done', mayRepeat: false, details: { status } },
  })
  const send = createRoutedSend({
    ...{ policy: () => policyForUpdates(policy()), system, deadline },
    open: (line) => createStreamClient({ userAgent, read, deadline, onSent, ...line }),
  })
  const get = async (what: Endpoint, { name, from, etag, signal }: WantedFile): Promise<OpenedOctets> => {
    const request = { method: 'GET', target: `/${name}`, body: undefined, headers: rangeHeaders(from, etag) } as const
    const sending: Sending = { endpoint: what, baseUrl: baseUrl(), request, isRepeatable: true, signal }
    const attempt = await send(sending)
    // The stream client answers with nothing else.
    if (attempt.ok) return openedOctets(attempt.value as OpenedStream, from)
    if (attempt.failure.details['status'] === 416) return { kind: 'nothing-there' }
    throw toAppError(attempt.failure)
  }
  const telling = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (thrown) {
      throw toUpdateError(thrown)
    }
  }
  return {
    read: (name, signal) => telling(get(feed, { name, from: 0, etag: undefined, signal }).then(readSmall)),
    open: (wanted) => telling(get(file, wanted)),
  }
}

async function readSmall(opened: OpenedOctets): Promise<Uint8Array> {
  if (opened.kind === 'nothing-there') return new Uint8Array()
  const parts: Uint8Array[] = []
  let length = 0
  for await (const octets of opened.octets) {
    parts.push(octets)
    length += octets.length
    if (length > largestFeed) throw toAppError({ ...tooLarge })
  }
  return Buffer.concat(parts)
}

const tooLarge = { code: 'platform.tooLarge', outcome: 'not-done', mayRepeat: false, details: {} } as const

/**
 * Pins are keys of the platform. A root of one's own stands beside the public ones here: the server may be the company's
 * or the publisher's, and what it gives is checked by its signature.
 */
function policyForUpdates(policy: NetworkPolicy): NetworkPolicy {
  const { certificateAuthorities: own } = policy.tls
  const all = own === undefined ? undefined : [...tls.getCACertificates('default'), ...own]
  return { ...policy, tls: { certificateAuthorities: all, pins: [] } }
}
