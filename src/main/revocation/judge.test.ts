import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { readCertificate } from '../x509/certificate.ts'
import { buildCertificate } from '../x509/testing/built-certificate.ts'
import {
  authorityLines,
  createOpensslFolder,
  leafLines,
  type OpensslCertificate,
} from '../x509/testing/openssl-authority.ts'
import { openssl } from '../x509/testing/openssl.ts'
import type { Question } from './answer.ts'
import { judgeList } from './judge-list.ts'
import { judgeOcsp } from './judge-ocsp.ts'
import { writeOcspRequest } from './ocsp-request.ts'
import { makeList, makeResponse, type IndexEntry } from './testing/openssl-revocation.ts'

const folder = createOpensslFolder()
afterAll(folder.remove)
/** A little later than the second in which openssl issues: what it has issued is valid then. */
const now = new Date(Date.now() + 60_000)
const day = 86_400_000
const inDays = (days: number) => new Date(now.getTime() + days * day).toISOString().replace(/[-:T]|\.\d+/g, '')
const [serial, otherSerial] = ['0A01', '0A02']
const revoked = (reason: string, at = '261101080000Z'): IndexEntry => ({ serial, revoked: `${at},${reason}` })

function world(kind: 'RSA 2048' | 'P-256' | 'SM2') {
  const authority = folder.issue({ kind, subject: `/CN=签发 ${kind}`, extensions: authorityLines })
  const points = ['crlDistributionPoints=URI:http://ca.example/a.crl', ...leafLines]
  const leaf = folder.issue({ kind, subject: '/CN=张三', issuer: authority, extensions: points, serial: `0x${serial}` })
  const namesake = folder.issue({ kind, subject: `/CN=签发 ${kind}`, extensions: authorityLines })
  const delegate = folder.issue({
    kind,
    subject: '/CN=应答',
    issuer: authority,
    extensions: ['extendedKeyUsage=OCSPSigning'],
  })
  const question: Question = { certificate: readCertificate(leaf.der), issuer: readCertificate(authority.der), now }
  return { authority, leaf, namesake, delegate, question }
}

const worlds = (['RSA 2048', 'P-256', 'SM2'] as const).map((kind) => [kind, world(kind)] as const)

describe.each(worlds)('a list by `openssl ca` with %s', (_kind, { authority, namesake, question, leaf }) => {
  const list = (entries: readonly IndexEntry[], changes: Partial<Parameters<typeof makeList>[1]> = {}) =>
    makeList(folder, { signer: authority, entries, from: inDays(-1), until: inDays(6), ...changes })
  const judge = (octets: Uint8Array, at = now) => judgeList(octets, { ...question, now: at })
  const short = ({ state, reason }: ReturnType<typeof judgeList>) => [state, reason].filter(Boolean).join(' ')

  it('tells what was revoked, when and why', () => {
    expect(judge(list([{ serial: otherSerial, revoked: '260101000000Z' }, revoked('keyCompromise')]))).toEqual({
      state: 'revoked',
      source: 'crl',
      asOf: expect.any(String) as string,
      revokedAt: '2026-11-01T08:00:00.000Z',
      revocationReason: 'keyCompromise',
    })
    expect(judge(list([{ serial, revoked: '261101080000Z' }])).revocationReason).toBe('unspecified')
  })

  it('tells what was not revoked, as of its date', () => {
    const answer = judge(list([{ serial: otherSerial, revoked: '260101000000Z' }]))
    expect([answer.state, Date.parse(answer.asOf ?? '') < now.getTime()]).toEqual(['good', true])
    expect(short(judge(list([])))).toBe('good')
  })

  it('does not count before and after its time, but what it says is revoked stays so', () => {
    const old = { from: inDays(-9), until: inDays(-2) }
    expect(short(judge(list([], old)))).toBe('unknown outdated')
    expect(short(judge(list([], { from: inDays(2), until: inDays(9) })))).toBe('unknown not-yet-valid')
    expect(short(judge(list([revoked('superseded')], old)))).toBe('revoked')
    expect(short(judge(list([revoked('certificateHold')])))).toBe('revoked')
    expect(short(judge(list([revoked('certificateHold')], old)))).toBe('unknown outdated')
  })

  it('does not count when somebody else has signed it', () => {
    expect(short(judge(list([], { signer: namesake })))).toBe('unknown wrong-signer')
    expect(short(judge(list([], { signer: leaf })))).toBe('unknown wrong-signer')
  })

  it('does not count with a bit changed, cut off, or as something else', () => {
    const whole = list([{ serial: otherSerial, revoked: '260101000000Z' }])
    const changed = whole.map((octet, index) => (index === 60 ? octet ^ 1 : octet))
    expect(judge(changed).state).toBe('unknown')
    for (const part of [
      whole.subarray(0, -1),
      Buffer.concat([whole, Buffer.of(0)]),
      Buffer.from('<html>'),
      Buffer.of(),
    ]) {
      expect(short(judge(part))).toBe('unknown malformed')
    }
  })

  it.each([
    ['a delta list', ['2.5.29.27=critical,ASN1:INTEGER:1'], 'unknown unsupported'],
    [
      'some reasons only',
      ['issuingDistributionPoint=critical,@idp', '[idp]', 'onlysomereasons=keyCompromise'],
      'unknown unsupported',
    ],
    [
      'an indirect list',
      ['issuingDistributionPoint=critical,@idp', '[idp]', 'indirectCRL=TRUE'],
      'unknown unsupported',
    ],
    [
      'one of authorities only',
      ['issuingDistributionPoint=critical,@idp', '[idp]', 'onlyCA=TRUE'],
      'unknown other-certificate',
    ],
    ['one of users only', ['issuingDistributionPoint=critical,@idp', '[idp]', 'onlyuser=TRUE'], 'good'],
    [
      'this certificate’s part',
      ['issuingDistributionPoint=critical,@idp', '[idp]', 'fullname=URI:http://ca.example/a.crl'],
      'good',
    ],
    [
      'another part',
      ['issuingDistributionPoint=critical,@idp', '[idp]', 'fullname=URI:http://ca.example/b.crl'],
      'unknown other-certificate',
    ],
  ])('is looked at for whom it speaks: %s', (_name, extensions, expected) => {
    expect(short(judge(list([], { extensions })))).toBe(expected)
  })
})

describe.each(worlds)(
  'an answer by `openssl ocsp` with %s',
  (_kind, { authority, namesake, delegate, question, leaf }) => {
    const nonce = randomBytes(32)
    const request = writeOcspRequest(question, nonce)
    const response = (entries: readonly IndexEntry[], signer: OpensslCertificate = authority, minutes?: number) =>
      makeResponse(folder, request, { authority, signer, entries, ...(minutes === undefined ? {} : { minutes }) })
    const short = ({ state, reason }: ReturnType<typeof judgeOcsp>) => [state, reason].filter(Boolean).join(' ')
    const good = response([{ serial }])

    it('is asked for in a request that openssl reads', () => {
      const text = openssl(['ocsp', '-reqin', folder.path('request.der'), '-req_text', '-noverify'])
      expect(text).toContain(`Serial Number: ${serial}`)
      expect(text).toContain('OCSP Nonce')
    })

    it('tells good, revoked with its date and reason, and unknown apart', () => {
      expect(short(judgeOcsp(good, question, nonce))).toBe('good')
      expect(judgeOcsp(response([revoked('cessationOfOperation')]), question, nonce)).toMatchObject({
        state: 'revoked',
        source: 'ocsp',
        revokedAt: '2026-11-01T08:00:00.000Z',
        revocationReason: 'cessationOfOperation',
      })
      expect(short(judgeOcsp(response([]), question, nonce))).toBe('unknown responder-unknown')
    })

    it('counts from a delegate of the issuer, and from nobody else', () => {
      expect(short(judgeOcsp(response([{ serial }], delegate), question, nonce))).toBe('good')
      expect(short(judgeOcsp(response([{ serial }], namesake), question, nonce))).toBe('unknown wrong-signer')
      // Certified by the issuer, but not for answering.
      expect(short(judgeOcsp(response([{ serial }], leaf), question, nonce))).toBe('unknown wrong-signer')
    })

    it('is not taken again for another request', () => {
      expect(short(judgeOcsp(good, question, randomBytes(32)))).toBe('unknown outdated')
    })

    it('does not count after its time', () => {
      const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
      const short60 = response([{ serial }], authority, 180)
      expect(short(judgeOcsp(short60, { ...question, now: at(170) }))).toBe('good')
      expect(short(judgeOcsp(short60, { ...question, now: at(200) }))).toBe('unknown outdated')
      expect(short(judgeOcsp(good, { ...question, now: at(50) }))).toBe('good')
      expect(short(judgeOcsp(good, { ...question, now: at(70) }))).toBe('unknown outdated')
      expect(short(judgeOcsp(good, { ...question, now: at(-70) }))).toBe('unknown not-yet-valid')
    })

    it('about another certificate says nothing', () => {
      const certificate = readCertificate(buildCertificate())
      expect(short(judgeOcsp(good, { ...question, certificate }, nonce))).toBe('unknown other-certificate')
    })

    it('that is a refusal, or no answer at all, is not known', () => {
      const tryLater = Uint8Array.of(0x30, 3, 0x0a, 1, 3)
      expect(short(judgeOcsp(tryLater, question, nonce))).toBe('unknown refused')
      for (const octets of [Buffer.from('<html>'), Buffer.of(), good.subarray(0, -1)]) {
        expect(short(judgeOcsp(octets, question, nonce))).toBe('unknown malformed')
      }
    })
  },
)

describe('whatever comes in place of an answer', () => {
  const { authority, question } = world('P-256')
  const nonce = randomBytes(32)
  const list = makeList(folder, {
    signer: authority,
    entries: [revoked('keyCompromise')],
    from: inDays(-1),
    until: inDays(6),
  })
  const request = writeOcspRequest(question, nonce)
  const response = makeResponse(folder, request, { authority, signer: authority, entries: [{ serial }] })

  it('never throws, and never says good or revoked when one octet is another', () => {
    const change = fc.record({ at: fc.nat(), bits: fc.integer({ min: 1, max: 255 }), cut: fc.boolean() })
    fc.assert(
      fc.property(fc.constantFrom(list, response), change, (whole, { at, bits, cut }) => {
        const index = at % whole.length
        const octets = cut
          ? whole.subarray(0, index)
          : whole.map((octet, place) => (place === index ? octet ^ bits : octet))
        const answers = [judgeList(octets, question), judgeOcsp(octets, question, nonce)]
        // The frame around an OCSP answer is not signed, but nothing of it can change what is said.
        if (whole === list || cut) expect(answers.map(({ state }) => state)).toEqual(['unknown', 'unknown'])
        else expect(answers.map(({ state }) => state)).not.toContain('revoked')
      }),
      { numRuns: 3000 },
    )
  })
})
