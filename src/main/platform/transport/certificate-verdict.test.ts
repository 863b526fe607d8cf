import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeTlsCertificates } from '../testing/tls-certificates.ts'
import { judgeCertificate, type ShownCertificate, type VerifyRequest } from './certificate-verdict.ts'
import { pinOf } from './spki-pins.ts'

const certificates = makeTlsCertificates()
const { root, otherRoot, named } = certificates
const pin = (pem: string): string => pinOf(new X509Certificate(pem))
const now = new Date()
const ok = 0
const nameInvalid = -200
const authorityInvalid = -202
const revoked = -206

/** As Electron tells a chain: each certificate with its issuer, the last one with none. */
function shown(...pems: readonly string[]): ShownCertificate {
  const [data = '', ...issuers] = pems
  return issuers.length === 0 ? { data } : { data, issuerCert: shown(...issuers) }
}

function asked(change: Partial<VerifyRequest> & { readonly chain?: ShownCertificate } = {}): VerifyRequest {
  const chain = change.chain ?? shown(named.cert, root)
  return { hostname: 'platform.test', certificate: chain, validatedCertificate: chain, errorCode: ok, ...change }
}

describe('with public roots', () => {
  it.each([ok, nameInvalid, authorityInvalid, revoked])('leaves it to Chromium: %i', (errorCode) => {
    expect(judgeCertificate(asked({ errorCode }), { pins: [] }, now)).toEqual({ result: -3 })
  })

  it('takes a pinned leaf or authority, and nothing else', () => {
    const judge = (pins: readonly string[]) => judgeCertificate(asked(), { pins }, now)
    expect([judge([pin(named.cert)]), judge([pin(root)])]).toEqual([{ result: -3 }, { result: -3 }])
    expect(judge([pin(otherRoot)])).toEqual({ result: -2, code: 'ERR_PIN_MISMATCH' })
  })

  it.each([() => root, () => otherRoot])('leaves a refusal to Chromium, pinned or not', (pinned) => {
    const policy = { pins: [pin(pinned())] }
    expect(judgeCertificate(asked({ errorCode: nameInvalid }), policy, now)).toEqual({ result: -3 })
  })

  it('is not taken in by a pinned key in a made-up certificate', () => {
    const [, forged = ''] = certificates.forgedChain.cert.split(/(?=-----BEGIN)/)
    const request = asked({ chain: shown(named.cert, forged) })
    expect(judgeCertificate(request, { pins: [pin(otherRoot)] }, now)).toMatchObject({ result: -2 })
  })

  it('looks at what Chromium has verified, not at what was sent', () => {
    const request = asked({ validatedCertificate: shown(named.cert, root), certificate: shown(named.cert) })
    expect(judgeCertificate(request, { pins: [pin(root)] }, now)).toEqual({ result: -3 })
  })
})

describe('with a root of one’s own', () => {
  const policy = { certificateAuthorities: [root], pins: [] }

  it.each([
    ['that Chromium does not know', authorityInvalid, 0],
    ['that Chromium knows as well', ok, -3],
  ])('takes what it has signed: one %s', (_, errorCode, result) => {
    for (const chain of [shown(named.cert), shown(named.cert, root)]) {
      expect(judgeCertificate(asked({ errorCode, chain }), policy, now)).toEqual({ result })
    }
  })

  it('takes nothing that another one has signed, though Chromium would', () => {
    const request = asked({ chain: shown(certificates.impostor.cert, otherRoot) })
    expect(judgeCertificate(request, policy, now)).toEqual({ result: -2, code: 'UNABLE_TO_GET_ISSUER_CERT' })
  })

  it.each<[string, string, string, string]>([
    ['expired', certificates.expired.cert, '127.0.0.1', 'CERT_HAS_EXPIRED'],
    ['not valid yet', certificates.notYetValid.cert, '127.0.0.1', 'CERT_NOT_YET_VALID'],
    ['of another host', certificates.otherHost.cert, 'platform.test', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['of another address', certificates.good.cert, '127.0.0.2', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['of this host by its common name only', named.cert, 'named', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['meant for clients', certificates.clientOnly.cert, '127.0.0.1', 'INVALID_PURPOSE'],
    ['signed by itself', certificates.selfSigned.cert, '127.0.0.1', 'UNABLE_TO_GET_ISSUER_CERT'],
  ])('finds what "authority invalid" hides: one that is %s', (_, pem, hostname, code) => {
    const request = asked({ hostname, chain: shown(pem), errorCode: authorityInvalid })
    expect(judgeCertificate(request, policy, now)).toEqual({ result: -2, code })
  })

  it('takes one for an address', () => {
    const request = asked({ hostname: '192.0.2.1', errorCode: authorityInvalid })
    expect(judgeCertificate(request, policy, now)).toEqual({ result: 0 })
  })

  it.each([nameInvalid, revoked])('leaves what Chromium found besides: %i', (errorCode) => {
    expect(judgeCertificate(asked({ errorCode }), policy, now)).toEqual({ result: -3 })
  })

  it('wants the pin too', () => {
    const judge = (pins: readonly string[]) =>
      judgeCertificate(asked({ errorCode: authorityInvalid }), { ...policy, pins }, now)
    expect([judge([pin(root)]), judge([pin(named.cert)])]).toEqual([{ result: 0 }, { result: 0 }])
    expect(judge([pin(otherRoot)])).toEqual({ result: -2, code: 'ERR_PIN_MISMATCH' })
  })
})
