import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Revocation } from '../../shared/ipc/models-trust.ts'
import { directPolicy } from '../platform/transport/network-policy.ts'
import { readCertificate, type X509Certificate } from '../x509/certificate.ts'
import {
  authorityLines,
  createOpensslFolder,
  leafLines,
  type AuthorityKind,
} from '../x509/testing/openssl-authority.ts'
import { askAuthority } from './ask-authority.ts'
import { createFetchOctets } from './fetch-octets.ts'
import { openKeptAnswers } from './kept-answers.ts'
import { createRevocationAnswers } from './revocation-answers.ts'
import { makeList, makeResponse, type IndexEntry } from './testing/openssl-revocation.ts'

const authorities = createOpensslFolder()
afterAll(authorities.remove)
const serial = '0A01'
const isRevoked: IndexEntry = { serial, revoked: '261101080000Z,keyCompromise' }
const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().replace(/[-:T]|\.\d+/g, '')

type Answering = (
  request: IncomingMessage,
  body: Uint8Array,
) => { status?: number; body?: Uint8Array; location?: string }

let folder: string
let server: Server
let origin: string
let asked: string[]
let answering: Answering

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'revocation-'))
  asked = []
  answering = () => ({ status: 404 })
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`)
      const { status = 200, body = Buffer.of(), location } = answering(request, Buffer.concat(chunks))
      response.writeHead(status, location === undefined ? {} : { location })
      response.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

function certified(kind: AuthorityKind, ...lines: readonly string[]) {
  const authority = authorities.issue({ kind, subject: '/CN=签发', extensions: authorityLines, days: 3000 })
  const extensions = [...leafLines, ...lines]
  const leaf = authorities.issue({
    kind,
    subject: '/CN=张三',
    issuer: authority,
    extensions,
    serial: `0x${serial}`,
    days: 900,
  })
  return { authority, chain: [readCertificate(leaf.der), readCertificate(authority.der)] as const }
}

const withList = () => `crlDistributionPoints=URI:${origin}/a.crl`
const withResponder = () => `authorityInfoAccess=OCSP;URI:${origin}/ocsp`

type Chain = readonly [X509Certificate, X509Certificate]

function answersWith({
  isAllowed = () => true,
  shift = 0,
}: { isAllowed?: (url: URL) => boolean; shift?: number } = {}) {
  const system = { resolveProxy: () => Promise.reject(new Error('not asked')), fetch: () => fetch }
  const fetchOctets = createFetchOctets({ policy: () => directPolicy, system, isAllowed, userAgent: 'test' })
  const kept = openKeptAnswers(join(folder, 'kept'))
  const now = () => new Date(Date.now() + shift)
  let wake: () => void = () => undefined
  const answers = createRevocationAnswers({
    ask: (question) => askAuthority(question, { fetch: fetchOctets, kept }),
    now,
    changed: () => wake(),
  })
  const learn = async (chain: Chain): Promise<Revocation> => {
    const changed = new Promise<void>((resolve) => {
      wake = resolve
    })
    answers.ask(chain)
    await changed
    return answers.of(chain)
  }
  return { answers, learn }
}

describe.each(['RSA 2048', 'P-256', 'SM2'] as const)('a real authority with %s', (kind) => {
  it('answers by OCSP first, and nobody asks for the list then', async () => {
    const { authority, chain } = certified(kind, withResponder(), withList())
    answering = (_request, body) => ({
      body: makeResponse(authorities, body, { authority, signer: authority, entries: [isRevoked] }),
    })
    expect(await answersWith().learn(chain)).toMatchObject({ state: 'revoked', source: 'ocsp' })
    expect(asked).toEqual(['POST /ocsp'])
  })

  it('answers by its list when the responder does not', async () => {
    const { authority, chain } = certified(kind, withResponder(), withList())
    const body = makeList(authorities, { signer: authority, entries: [], from: inDays(-1), until: inDays(6) })
    answering = ({ url }) => (url === '/a.crl' ? { body } : { status: 503 })
    expect(await answersWith().learn(chain)).toMatchObject({ state: 'good', source: 'crl' })
  })
})

describe('an answer that was had before', () => {
  it('counts offline as of its date, also in the next life of the program, as long as it is valid', async () => {
    const { authority, chain } = certified('P-256', withList())
    const body = makeList(authorities, { signer: authority, entries: [], from: inDays(-1), until: inDays(6) })
    answering = () => ({ body })
    const first = await answersWith().learn(chain)
    answering = () => ({ status: 500 })
    expect(await answersWith({ shift: 5 * day }).learn(chain)).toEqual(first)
    expect(asked).toHaveLength(1)
    expect(await answersWith({ shift: 8 * day }).learn(chain)).toEqual({ state: 'unknown', reason: 'refused' })
  })

  it('is checked again when it is read: what was put in its place counts for nothing', async () => {
    const { authority, chain } = certified('P-256', withList())
    const signer = certified('P-256').authority
    const forged = makeList(authorities, { signer, entries: [], from: inDays(-1), until: inDays(6) })
    await openKeptAnswers(join(folder, 'kept')).write(`crl ${origin}/a.crl`, forged)
    const body = makeList(authorities, { signer: authority, entries: [isRevoked], from: inDays(-1), until: inDays(6) })
    answering = () => ({ body })
    expect(await answersWith().learn(chain)).toMatchObject({ state: 'revoked' })
  })

  it('is asked for once in an hour at most', async () => {
    const { chain } = certified('P-256', withList())
    const { answers, learn } = answersWith()
    await learn(chain)
    answers.ask(chain)
    expect(asked).toHaveLength(1)
  })
})

describe('no answer', () => {
  it.each([
    ['a web page', () => ({ body: Buffer.from('<html>') }), 'malformed'],
    ['an error', () => ({ status: 500 }), 'refused'],
    ['nothing', () => ({}), 'malformed'],
    ['more than two redirects', () => ({ status: 302, location: '/again' }), 'refused'],
    ['a redirect to another scheme', () => ({ status: 302, location: 'file:///etc/passwd' }), 'refused'],
    ['a redirect to https', () => ({ status: 302, location: 'https://127.0.0.1:1/' }), 'refused'],
  ])('%s is not known, and says why', async (_name, answer, reason) => {
    const { chain } = certified('P-256', withList())
    answering = answer
    expect(await answersWith().learn(chain)).toEqual({ state: 'unknown', reason })
    expect(asked.length).toBeLessThanOrEqual(3)
  })

  it('of somebody unreachable is not known', async () => {
    const { chain } = certified('P-256', 'crlDistributionPoints=URI:http://127.0.0.1:1/a.crl')
    expect(await answersWith().learn(chain)).toEqual({ state: 'unknown', reason: 'unreachable' })
  })

  it('is taken that is larger than any list', async () => {
    const { chain } = certified('P-256', withList())
    const fetchOctets = createFetchOctets({
      policy: () => directPolicy,
      system: { resolveProxy: () => Promise.resolve('DIRECT'), fetch: () => fetch },
      isAllowed: () => true,
      userAgent: 'test',
    })
    answering = () => ({ body: Buffer.alloc(5000) })
    const small = { maxBytes: 4000, timeoutMs: 10_000 }
    expect(await fetchOctets({ url: `${origin}/a.crl`, ...small })).toEqual({ ok: false, reason: 'too-large' })
    expect(chain).toHaveLength(2)
  })

  it('follows two redirects on the same scheme', async () => {
    const { authority, chain } = certified('P-256', withList())
    const body = makeList(authorities, { signer: authority, entries: [], from: inDays(-1), until: inDays(6) })
    answering = ({ url }) => {
      if (url === '/c') return { body }
      return { status: 302, location: url === '/b' ? '/c' : '/b' }
    }
    expect(await answersWith().learn(chain)).toMatchObject({ state: 'good' })
  })
})

describe('nobody is asked', () => {
  it('where the address is not allowed, such as a real one in the demonstration', async () => {
    const { chain } = certified('P-256', withList(), withResponder())
    expect(await answersWith({ isAllowed: () => false }).learn(chain)).toEqual({ state: 'unknown', reason: 'refused' })
    expect(asked).toEqual([])
  })

  it.each([
    ['nothing-to-ask', 'subjectKeyIdentifier=hash'],
    ['only-ldap', 'crlDistributionPoints=URI:ldap://127.0.0.1/cn=a'],
  ])('%s', (reason, line) => {
    const { chain } = certified('P-256', line)
    const { answers } = answersWith()
    answers.ask(chain)
    expect(answers.of(chain)).toEqual({ state: 'not-checked', reason })
  })

  it('about a certificate that has expired, or about a trusted root', () => {
    const { chain } = certified('P-256', withList())
    const later = answersWith({ shift: 1000 * day }).answers
    later.ask(chain)
    expect(later.of(chain)).toEqual({ state: 'not-checked', reason: 'expired' })
    expect(later.of([chain[1]])).toEqual({ state: 'not-checked', reason: 'nothing-to-ask' })
    expect(asked).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })
})
