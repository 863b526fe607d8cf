import type { KeyType, TokenInterface } from '../../shared/token/messages.ts'
import { AppError } from '../app-error.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import type { RequestAlgorithm } from '../x509/certification-request.ts'
import type { ProofAlgorithm } from './ports.ts'

/**
 * What the key of this certificate signs with, which its successor shall too. Codes token.sm2Unsupported: PKCS#11 has no
 * SM2 signature; token.onlySm2BySkf: a key of RSA is renewed by PKCS#11 alone; renewal.unsupportedAlgorithm.
 */
export function signingKeyOf({ publicKey }: X509Certificate, tokenInterface: TokenInterface): RequestAlgorithm {
  const { algorithm } = publicKey
  if (algorithm === 'sm2') {
    if (tokenInterface === 'pkcs11') throw new AppError('token.sm2Unsupported')
    return algorithm
  }
  if (algorithm !== 'rsa' && algorithm !== 'p-256') {
    throw new AppError('renewal.unsupportedAlgorithm', { details: { algorithm } })
  }
  if (tokenInterface === 'skf') throw new AppError('token.onlySm2BySkf')
  return algorithm
}

const keyTypes: Readonly<Record<RequestAlgorithm, KeyType>> = { rsa: 'rsa-2048', 'p-256': 'p-256', sm2: 'sm2' }

export function keyTypeOf(algorithm: RequestAlgorithm): KeyType {
  return keyTypes[algorithm]
}

const proofAlgorithms: Readonly<Record<RequestAlgorithm, ProofAlgorithm>> = {
  rsa: 'rsa-pkcs1-sha256',
  'p-256': 'ecdsa-p256-sha256',
  sm2: 'sm2-sm3',
}

export function proofAlgorithmOf(algorithm: RequestAlgorithm): ProofAlgorithm {
  return proofAlgorithms[algorithm]
}
