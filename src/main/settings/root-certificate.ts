import { X509Certificate } from 'node:crypto'
import type { RootFault } from '../../shared/failure-words.ts'
import { AppError } from '../app-error.ts'
import { certificateInFile } from '../x509/certificate-file.ts'
import { readExactCertificate } from '../x509/certificate.ts'

/**
 * The one root certificate in a file, PEM or DER, as PEM. It has to be an authority's own, signed by itself, and valid
 * now. Code settings.rootInvalid with details.reason (RootFault).
 */
export function readRoot(file: Uint8Array, now: Date): string {
  const root = rootIn(file)
  if (root.validToDate < now) throw invalid('expired')
  if (root.validFromDate > now) throw invalid('not-yet-valid')
  return root.toString()
}

/** The same, whenever it is valid: outside that time connections fail and say so, and no other root takes its place. */
export function readAnyRoot(file: Uint8Array): string {
  return rootIn(file).toString()
}

function rootIn(file: Uint8Array): X509Certificate {
  const root = parseRoot(file)
  if (root === undefined) throw invalid('unreadable')
  if (!root.ca || !root.checkIssued(root) || !isSelfSigned(root)) throw invalid('not-ca')
  return root
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
  const found = certificateInFile(file)
  if (found === 'several') throw invalid('several')
  return found === undefined ? undefined : parseOne(found.der)
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
