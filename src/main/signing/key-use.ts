import { AppError } from '../app-error.ts'
import type { FoundCertificate } from '../certificates/find-certificate.ts'
import { readExactCertificate, type X509Certificate } from '../x509/certificate.ts'
import type { SigningToken, SigningTokens } from './ports.ts'

/** A certificate whose key is about to be used. */
export interface KeyInUse {
  readonly certificate: X509Certificate
  /** CKA_ID; by SKF see container-id.ts. */
  readonly id: string
  readonly token: SigningToken
}

interface Use {
  readonly found: FoundCertificate
  readonly pin: string
  readonly tokens: SigningTokens
}

/**
 * Codes certificate.unreadable, renewal.noPrivateKey, token.sm2Unsupported, token.onlySm2BySkf: nothing of the token is
 * needed to say so.
 */
export function requireUsableKey({ stored, interface: spoken = 'pkcs11' }: FoundCertificate): X509Certificate {
  const certificate = readExactCertificate(stored.value)
  if (certificate === undefined) throw new AppError('certificate.unreadable')
  if (stored.key === 'missing') throw new AppError('renewal.noPrivateKey')
  const { algorithm } = certificate.publicKey
  if (algorithm === 'other') throw new AppError('token.unsupported')
  // By PKCS#11 the token would make an ECDSA signature with the key, which is none of SM2 (GB/T 32918).
  if (algorithm === 'sm2' && spoken === 'pkcs11') throw new AppError('token.sm2Unsupported')
  if (algorithm !== 'sm2' && spoken === 'skf') throw new AppError('token.onlySm2BySkf')
  return certificate
}

/**
 * Logs in, reads the certificate from the token once more, lets the key be used, and logs out whatever comes of it. Code
 * certificate.notFound when the token holds another certificate there by now.
 */
export async function withKey<T>({ found, pin, tokens }: Use, effect: (key: KeyInUse) => Promise<T>): Promise<T> {
  const chosen = requireUsableKey(found)
  const token = await tokens.unlock(found.token.serialNumber, pin, chosen.publicKey.sha256)
  try {
    const { id } = found.stored
    const onToken = readExactCertificate((await token.readCertificate(id)) ?? new Uint8Array())
    // Where two certificates bear one id the token answers with either; the listing has read this very one.
    const certificate = onToken?.sha256 === chosen.sha256 || !isShared(found) ? onToken : chosen
    if (certificate?.sha256 !== chosen.sha256) throw new AppError('certificate.notFound')
    return await effect({ certificate, id, token })
  } finally {
    await token.lock()
  }
}

function isShared({ token, stored }: FoundCertificate): boolean {
  return [...token.certificates, ...(token.answeredElsewhere ?? [])].filter(({ id }) => id === stored.id).length > 1
}
