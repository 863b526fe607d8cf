import type { X509Certificate } from '../x509/certificate.ts'
import { DerError } from '../x509/der.ts'
import { extendedKeyUsages } from '../x509/extended-key-usage.ts'
import { nameKey } from '../x509/name.ts'
import { verifyCertificate, verifySignature } from '../x509/verify-signature.ts'
import { clockToleranceMs, unknown, type Answer, type Question } from './answer.ts'
import { certificateId } from './ocsp-request.ts'
import { readOcspResponse, type OcspResponse, type SingleResponse } from './ocsp-response.ts'

/** id-kp-OCSPSigning: the issuer lets the holder answer in its place (RFC 6960, 4.2.2.2). */
const ocspSigning = '1.3.6.1.5.5.7.3.9'
/** How old an answer may be that does not say when the next one comes. */
const longestAgeMs = 3_600_000

/**
 * What this answer says about the certificate, once it is certain who says so.
 *
 * @param nonce that of the request; absent for an answer that was kept: then only its dates tell its age
 */
export function judgeOcsp(octets: Uint8Array, question: Question, nonce?: Uint8Array): Answer {
  try {
    const response = readOcspResponse(octets)
    if (response === undefined) return unknown('refused')
    const fault = signerFault(response, question)
    if (fault !== undefined) return fault
    // An answer to another request, sent again. Many responders put in none at all.
    const isReplay = nonce !== undefined && response.nonce !== undefined && !equal(response.nonce, nonce)
    if (isReplay) return unknown('outdated')
    const wanted = certificateId(question)
    const single = response.responses.find(({ id }) => id.every((part, index) => equal(part, wanted[index])))
    return single === undefined ? unknown('other-certificate') : judgeSingle(single, question.now)
  } catch (error) {
    if (error instanceof DerError) return unknown('malformed')
    throw error
  }
}

function signerFault({ proof, certificates }: OcspResponse, question: Question): Answer | undefined {
  const signers = [question.issuer, ...certificates.filter((one) => mayAnswer(one, question))]
  const verdicts = signers.map(({ publicKey }) => verifySignature(proof, publicKey))
  if (verdicts.includes('valid')) return undefined
  return unknown(verdicts.includes('unsupported') ? 'unsupported' : 'wrong-signer')
}

/** The issuer itself has to have certified it, for this purpose, and now. */
function mayAnswer(responder: X509Certificate, { issuer, now }: Question): boolean {
  if (nameKey(responder.issuer) !== nameKey(issuer.subject)) return false
  if (responder.notBefore.getTime() > now.getTime() + clockToleranceMs || now > responder.notAfter) return false
  if (extendedKeyUsages(responder)?.includes(ocspSigning) !== true) return false
  return verifyCertificate(responder, issuer.publicKey) === 'valid'
}

function judgeSingle(single: SingleResponse, now: Date): Answer {
  const { status, reason, revokedAt, thisUpdate } = single
  const told = { source: 'ocsp', asOf: thisUpdate.toISOString() } as const
  const isFinal = status === 'revoked' && reason !== 'certificateHold'
  const fault = isFinal ? undefined : dateFault(single, now)
  if (fault !== undefined) return fault
  if (status === 'unknown') return unknown('responder-unknown')
  if (status === 'good') return { state: 'good', ...told }
  return { state: 'revoked', ...told, revokedAt: (revokedAt ?? thisUpdate).toISOString(), revocationReason: reason }
}

function dateFault({ thisUpdate, nextUpdate }: SingleResponse, now: Date): Answer | undefined {
  if (thisUpdate.getTime() > now.getTime() + clockToleranceMs) return unknown('not-yet-valid')
  const end = nextUpdate?.getTime() ?? thisUpdate.getTime() + longestAgeMs
  return now.getTime() > end ? unknown('outdated') : undefined
}

function equal(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.from(one).equals(other)
}
