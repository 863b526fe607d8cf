import type { PublicKey } from '../x509/public-key.ts'

/** The key's algorithm as a user may read it on the card. */
export function algorithmName({ algorithm, bits }: PublicKey): string {
  switch (algorithm) {
    case 'rsa':
      return `RSA ${bits ?? ''}`.trim()
    case 'p-256':
      return 'EC P-256'
    case 'sm2':
      return 'SM2'
    case 'ec':
      return bits === undefined ? 'EC' : `EC P-${bits}`
    case 'other':
      return ''
  }
}

const signatureNames: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'SHA-1 / RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.113549.1.1.11': 'SHA-256 / RSA',
  '1.2.840.113549.1.1.12': 'SHA-384 / RSA',
  '1.2.840.113549.1.1.13': 'SHA-512 / RSA',
  '1.2.840.10045.4.3.2': 'SHA-256 / ECDSA',
  '1.2.840.10045.4.3.3': 'SHA-384 / ECDSA',
  '1.2.840.10045.4.3.4': 'SHA-512 / ECDSA',
  '1.2.156.10197.1.501': 'SM3 / SM2',
}

/** Name of a signature algorithm, or its OID where it has none here. */
export function signatureAlgorithmName(oid: string): string {
  return signatureNames[oid] ?? oid
}
