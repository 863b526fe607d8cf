import { readExactCertificate, type X509Certificate } from './certificate.ts'

const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/

/**
 * The one certificate in a file, as DER or as PEM (RFC 7468, 5). Of several it is not said which one is meant; what
 * follows a certificate in DER would be passed over in silence, so it is refused.
 */
export function certificateInFile(file: Uint8Array): X509Certificate | 'several' | undefined {
  const text = Buffer.from(file).toString('latin1')
  const blocks = text.split('-----BEGIN CERTIFICATE-----').length - 1
  if (blocks > 1) return 'several'
  if (blocks === 0) return readExactCertificate(file)
  const base64 = block.exec(text)?.[1]
  return base64 === undefined ? undefined : readExactCertificate(Buffer.from(base64, 'base64'))
}
