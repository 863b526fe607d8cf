/** Parts of a file (RFC 9110, 14): one range of octets; whatever else is asked for is answered with the whole. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Endpoint } from '../../../src/shared/platform/endpoint.ts'
import type { Answer } from './contract-check.ts'
import { problemAnswer, successAnswer } from './contract-check.ts'
import { problem } from './problem.ts'

/** All of a file, and what tells it from its other versions. */
export interface Representation {
  readonly octets: Uint8Array
  /** Hex. */
  readonly sha256: string
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
}

type Selection = { readonly first: number; readonly last: number } | 'whole' | 'unsatisfiable'

/** 200 with everything, 206 with the part that the request names, or 416. */
export function rangedAnswer(
  endpoint: Endpoint,
  { octets, sha256, modifiedAt }: Representation,
  { range, 'if-range': condition }: IncomingHttpHeaders,
): Answer {
  const whole = successAnswer(endpoint, octets)
  const etag = `"${sha256}"`
  const modified = new Date(modifiedAt).toUTCString()
  const headers = { ...whole.headers, 'accept-ranges': 'bytes', etag, 'last-modified': modified }
  // A weak tag never matches here, and a date only exactly (13.1.5).
  const isSameVersion = condition === undefined || condition === etag || condition === modified
  const selection = isSameVersion ? selectRange(range, octets.length) : 'whole'
  if (selection === 'whole') return { ...whole, headers }
  if (selection === 'unsatisfiable') {
    const refused = problemAnswer(endpoint, problem('download.range-not-satisfiable'))
    return { ...refused, headers: { 'accept-ranges': 'bytes', 'content-range': `bytes */${octets.length}` } }
  }
  const { first, last } = selection
  return {
    status: 206,
    body: octets.subarray(first, last + 1),
    headers: { ...headers, 'content-range': `bytes ${first}-${last}/${octets.length}` },
  }
}

/** What a Range header selects of so many octets. */
function selectRange(range: string | undefined, length: number): Selection {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/i.exec(range ?? '') ?? []
  if (from === undefined || to === undefined || from + to === '') return 'whole'
  if (from === '') {
    const suffix = Number(to)
    return suffix === 0 || length === 0 ? 'unsatisfiable' : { first: Math.max(0, length - suffix), last: length - 1 }
  }
  const first = Number(from)
  const last = to === '' ? length - 1 : Math.min(Number(to), length - 1)
  if (to !== '' && Number(to) < first) return 'whole'
  return first < length ? { first, last } : 'unsatisfiable'
}
