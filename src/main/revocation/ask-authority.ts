import { randomBytes } from 'node:crypto'
import type { X509Certificate } from '../x509/certificate.ts'
import { revocationPointers } from '../x509/revocation-pointers.ts'
import { unknown, type Answer, type Question } from './answer.ts'
import type { FetchOctets } from './fetch-octets.ts'
import { judgeList } from './judge-list.ts'
import { judgeOcsp } from './judge-ocsp.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { writeOcspRequest } from './ocsp-request.ts'

interface Authority {
  readonly fetch: FetchOctets
  readonly kept: KeptAnswers
}

const largestList = 64 << 20
const largestAnswer = 1 << 20
const nonceLength = 32
/** Addresses after these would only cost time. */
const mostAddresses = 3

/** Addresses that can be called, of each kind. */
export function webAddresses(certificate: X509Certificate) {
  const { lists, responders } = revocationPointers(certificate)
  const onWeb = (uris: readonly string[]) => uris.filter((uri) => /^https?:\/\//i.test(uri)).slice(0, mostAddresses)
  return { lists: onWeb(lists), responders: onWeb(responders) }
}

/** First what was answered before and still counts; then the responder, which is quick; then the list. */
export async function askAuthority(question: Question, authority: Authority): Promise<Answer> {
  const { lists, responders } = webAddresses(question.certificate)
  const ways = [
    ...responders.map((url) => () => keptResponse(url, question, authority)),
    ...lists.map((url) => () => keptList(url, question, authority)),
    ...responders.map((url) => () => askResponder(url, question, authority)),
    ...lists.map((url) => () => fetchList(url, question, authority)),
  ]
  let last = unknown('unreachable')
  for (const way of ways) {
    const answer = await way()
    if (answer !== undefined && answer.state !== 'unknown') return answer
    last = answer ?? last
  }
  return last
}

const responseName = (url: string, { certificate }: Question) => `ocsp ${url} ${certificate.sha256}`

/** Of what was kept only an answer that still counts is an answer. */
async function keptResponse(url: string, question: Question, { kept }: Authority): Promise<Answer | undefined> {
  const octets = await kept.read(responseName(url, question))
  const answer = octets === undefined ? undefined : judgeOcsp(octets, question)
  return answer?.state === 'unknown' ? undefined : answer
}

async function keptList(url: string, question: Question, { kept }: Authority): Promise<Answer | undefined> {
  const octets = await kept.read(`crl ${url}`)
  const answer = octets === undefined ? undefined : judgeList(octets, question)
  return answer?.state === 'unknown' ? undefined : answer
}

async function askResponder(url: string, question: Question, { fetch, kept }: Authority): Promise<Answer> {
  const nonce = randomBytes(nonceLength)
  const body = { octets: writeOcspRequest(question, nonce), type: 'application/ocsp-request' }
  const fetched = await fetch({ url, body, maxBytes: largestAnswer, timeoutMs: 15_000 })
  if (!fetched.ok) return unknown(fetched.reason)
  const answer = judgeOcsp(fetched.octets, question, nonce)
  if (answer.state !== 'unknown') await kept.write(responseName(url, question), fetched.octets)
  return answer
}

async function fetchList(url: string, question: Question, { fetch, kept }: Authority): Promise<Answer> {
  const fetched = await fetch({ url, maxBytes: largestList, timeoutMs: 120_000 })
  if (!fetched.ok) return unknown(fetched.reason)
  const answer = judgeList(fetched.octets, question)
  if (answer.state !== 'unknown') await kept.write(`crl ${url}`, fetched.octets)
  return answer
}
