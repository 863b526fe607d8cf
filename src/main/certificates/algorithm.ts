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

/** The curve of an elliptic key by its usual name; SM2's is the one of GM/T 0003.5. */
export function curveName({ algorithm, bits }: PublicKey): string | undefined {
  if (algorithm === 'sm2') return 'sm2p256v1'
  if (algorithm === 'p-256') return 'P-256'
  return algorithm === 'ec' && bits !== undefined ? `P-${bits}` : undefined
}

const signatureNames: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'MD5 / RSA',
  '1.2.840.113549.1.1.5': 'SHA-1 / RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.113549.1.1.11': 'SHA-256 / RSA',
  '1.2.840.113549.1.1.12': 'SHA-384 / RSA',
  '1.2.840.113549.1.1.13': 'SHA-512 / RSA',
  '1.2.840.10045.4.1': 'SHA-1 / ECDSA',
  '1.2.840.10045.4.3.2': 'SHA-256 / ECDSA',
  '1.2.840.10045.4.3.3': 'SHA-384 / ECDSA',
  '1.2.840.10045.4.3.4': 'SHA-512 / ECDSA',
  '1.2.156.10197.1.501': 'SM3 / SM2',
}

/** Name of a signature algorithm, or its OID where it has none here. */
export function signatureAlgorithmName(oid: string): string {
  return signatureNames[oid] ?? oid
}
