import { X509Certificate } from 'node:crypto'
import type { RootFault } from '../../shared/failure-words.ts'
import { AppError } from '../app-error.ts'
import { readExactCertificate } from '../x509/certificate.ts'

/**
 * The one root certificate in a file, PEM or DER, as PEM. It has to be an authority's own, signed by itself, and valid
 * now. Code settings.rootInvalid with details.reason (RootFault).
 */
export function readRoot(file: Uint8Array, now: Date): string {
  const root = parseRoot(file)
  if (root === undefined) throw invalid('unreadable')
  if (!root.ca || !root.checkIssued(root) || !isSelfSigned(root)) throw invalid('not-ca')
  if (root.validToDate < now) throw invalid('expired')
  if (root.validFromDate > now) throw invalid('not-yet-valid')
  return root.toString()
}

/** Can connections be checked with this? It may have expired since it was saved; then they fail and say so. */
export function isRootPem(text: string): boolean {
  return parseOne(text) !== undefined
}

export function describeRoot(pem: string): { readonly subject: string; readonly notAfter: string } | undefined {
  const root = parseOne(pem)
  const read = root === undefined ? undefined : readExactCertificate(root.raw)
  if (read === undefined) return undefined
  const subject = read.subject.fields.map(({ name, value }) => `${name}=${value}`).join(', ')
  return { subject, notAfter: read.notAfter.toISOString() }
}

function parseRoot(file: Uint8Array): X509Certificate | undefined {
  const text = Buffer.from(file).toString('latin1')
  const blocks = text.split('-----BEGIN CERTIFICATE-----').length - 1
  if (blocks > 1) throw invalid('several')
  if (blocks === 1) return parseOne(text)
  const root = parseOne(file)
  // What follows a certificate in the file would be passed over in silence.
  return root?.raw.length === file.length ? root : undefined
}

function parseOne(certificate: string | Uint8Array): X509Certificate | undefined {
  try {
    const parsed = new X509Certificate(certificate)
    return readExactCertificate(parsed.raw) === undefined ? undefined : parsed
  } catch {
    return undefined
  }
}

function isSelfSigned(root: X509Certificate): boolean {
  try {
    return root.verify(root.publicKey)
  } catch {
    // A kind of key that no TLS connection could be checked with either.
    return false
  }
}

function invalid(reason: RootFault): AppError {
  return new AppError('settings.rootInvalid', { details: { reason } })
}
