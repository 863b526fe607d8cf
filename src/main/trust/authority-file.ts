import type { AuthorityFault } from '../../shared/failure-words.ts'
import { AppError } from '../app-error.ts'
import { certificateInFile } from '../x509/certificate-file.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import { verifyCertificate } from '../x509/verify-signature.ts'

/**
 * The one authority's certificate in a file, PEM or DER: a root's, or that of an issuing authority which the user trusts
 * by itself. Code trust.authorityInvalid with details.reason (AuthorityFault).
 */
export function readAuthorityFile(file: Uint8Array, now: Date): X509Certificate {
  const found = certificateInFile(file)
  if (found === undefined) throw invalid('unreadable')
  if (found === 'several') throw invalid('several')
  const fault = faultOf(found, now)
  if (fault !== undefined) throw invalid(fault)
  return found
}

export function invalid(reason: AuthorityFault): AppError {
  return new AppError('trust.authorityInvalid', { details: { reason } })
}

function faultOf(certificate: X509Certificate, now: Date): AuthorityFault | undefined {
  const { extensions, notBefore, notAfter, subject, issuer, publicKey } = certificate
  if (!extensions.isCa) return 'not-ca'
  if (extensions.keyUsage?.includes('keyCertSign') === false) return 'may-not-sign'
  if (now > notAfter) return 'expired'
  if (now < notBefore) return 'not-yet-valid'
  const isSelfIssued = Buffer.from(subject.der).equals(issuer.der)
  return isSelfIssued && verifyCertificate(certificate, publicKey) === 'invalid' ? 'bad-signature' : undefined
}
