import { algorithmName, signatureAlgorithmName } from '../certificates/algorithm.ts'
import { maskedEnd } from '../diagnostics/mask.ts'
import { readExactCertificate, type X509Certificate } from '../x509/certificate.ts'
import type { DistinguishedName } from '../x509/name.ts'
import { formOfText } from './form-of-text.ts'

/** What lies where a certificate should be: whose it is is masked, who issued it and until when is in clear. */
export function describeStored(octets: Uint8Array): unknown {
  const certificate = readExactCertificate(octets)
  if (certificate === undefined) return { octets: octets.length, isCertificate: false, beginsWith: hexOf(octets) }
  const { issuer, subject, serialNumber, notBefore, notAfter, publicKey, signatureAlgorithm } = certificate
  return {
    octets: octets.length,
    subject: fieldsOf(subject, hidden),
    issuer: fieldsOf(issuer, isSelfIssued(certificate) ? hidden : (value) => value),
    serialNumber: maskedEnd(serialNumber),
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    key: algorithmName(publicKey),
    signedWith: signatureAlgorithmName(signatureAlgorithm),
    keyUsage: certificate.extensions.keyUsage,
  }
}

function hidden(value: string): string {
  return formOfText(value)
}

/** Enough to tell DER from PEM from nothing. */
function hexOf(octets: Uint8Array): string {
  return `0x${Buffer.from(octets.subarray(0, 4)).toString('hex')}`
}

function isSelfIssued({ issuer, subject }: X509Certificate): boolean {
  return Buffer.from(issuer.der).equals(subject.der)
}

function fieldsOf({ fields }: DistinguishedName, shown: (value: string) => string): readonly string[] {
  return fields.map(({ name, value }) => `${name}=${shown(value)}`)
}
