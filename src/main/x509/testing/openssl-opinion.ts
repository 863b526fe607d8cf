/** For tests: what `openssl x509` says about a certificate, in the words of our reader. */
import type { X509Certificate } from '../certificate.ts'
import type { DistinguishedName } from '../name.ts'
import { openssl } from './openssl.ts'

const opensslNames: Readonly<Record<string, string>> = { E: 'emailAddress' }
export const usageNames: Readonly<Record<string, string>> = {
  'Digital Signature': 'digitalSignature',
  'Non Repudiation': 'nonRepudiation',
  'Key Encipherment': 'keyEncipherment',
  'Data Encipherment': 'dataEncipherment',
  'Key Agreement': 'keyAgreement',
  'Certificate Sign': 'keyCertSign',
  'CRL Sign': 'cRLSign',
  'Encipher Only': 'encipherOnly',
  'Decipher Only': 'decipherOnly',
}
const signatureNames: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.2.156.10197.1.501': 'SM2-with-SM3',
}

/** Every field that both tell: serial number, names, dates, key, signature, usage, constraints, fingerprint. */
export function ourOpinion(certificate: X509Certificate) {
  const { extensions, publicKey } = certificate
  return {
    serialNumber: signed(certificate.serialNumber, certificate.serialNumberDer),
    subject: lines(certificate.subject),
    issuer: lines(certificate.issuer),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    sha256: certificate.sha256,
    keyAlgorithm: publicKey.algorithm === 'rsa' ? 'rsaEncryption' : 'id-ecPublicKey',
    bits: publicKey.bits,
    signatureAlgorithm: signatureNames[certificate.signatureAlgorithm] ?? certificate.signatureAlgorithm,
    keyUsage: extensions.keyUsage,
    isCa: extensions.isCa,
    pathLength: extensions.pathLength,
  }
}

export function opinionOfOpenssl(der: Uint8Array): ReturnType<typeof ourOpinion> {
  const wanted = ['-serial', '-subject', '-issuer', '-dates', '-fingerprint', '-sha256', '-text']
  const options = ['-noout', '-nameopt', 'utf8,sname,sep_multiline', ...wanted]
  const printed = openssl(['x509', '-inform', 'DER', ...options], der)
  const after = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(printed)?.[1] ?? ''
  const inText = (pattern: RegExp) => pattern.exec(printed)?.[1]
  const usage = inText(/X509v3 Key Usage:.*\n\s+(.*)\n/)
  const pathLength = inText(/pathlen:(\d+)/)
  return {
    serialNumber: after('serial'),
    subject: nameAfter(printed, 'subject'),
    issuer: nameAfter(printed, 'issuer'),
    notBefore: new Date(after('notBefore')).toISOString(),
    notAfter: new Date(after('notAfter')).toISOString(),
    sha256: after('sha256 Fingerprint').replaceAll(':', '').toLowerCase(),
    keyAlgorithm: inText(/Public Key Algorithm: (\S+)/) === 'rsaEncryption' ? 'rsaEncryption' : 'id-ecPublicKey',
    bits: Number(inText(/Public-Key: \((\d+) bit\)/)),
    signatureAlgorithm: inText(/Signature Algorithm: (\S+)/) ?? '',
    keyUsage: usage?.split(', ').map((name) => usageNames[name.trim()]) as X509Certificate['extensions']['keyUsage'],
    isCa: printed.includes('CA:TRUE'),
    pathLength: pathLength === undefined ? undefined : Number(pathLength),
  }
}

function lines({ fields }: DistinguishedName): readonly string[] {
  return fields.map(({ name, value }) => `${opensslNames[name] ?? name}=${value}`)
}

/** One field a line; openssl joins the fields of one set by ` + `. */
function nameAfter(printed: string, key: string): readonly string[] {
  const block = new RegExp(`^${key}=\\n((?: {4}.*\\n)*)`, 'm').exec(printed)?.[1] ?? ''
  const rows = block.split('\n').flatMap((line) => line.trim().split(' + '))
  return rows.filter((line) => line !== '')
}

/** openssl writes a negative number with a sign, and every number without needless zeros. */
function signed(text: string, der: Uint8Array): string {
  const first = der[2] ?? 0
  if (first < 0x80) return text
  const magnitude = (1n << BigInt(text.length * 4)) - BigInt(`0x${text}`)
  const digits = magnitude.toString(16).toUpperCase()
  return `-${digits.length % 2 === 0 ? digits : `0${digits}`}`
}
