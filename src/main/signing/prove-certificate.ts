import { randomBytes } from 'node:crypto'
import type { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/language.ts'
import { AppError, toFailure } from '../app-error.ts'
import type { FoundCertificate } from '../certificates/find-certificate.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import { encryptForKey } from '../x509/encrypt-for-key.ts'
import { usageOf } from '../x509/usage.ts'
import { isTextSignedBy } from '../x509/verify-text.ts'
import { withKey, type KeyInUse } from './key-use.ts'
import type { SigningTokens } from './ports.ts'
import { statements } from './texts.ts'

/** What was done with the key, and whether the certificate agrees. */
export interface Proof {
  readonly kind: 'signature' | 'decryption'
  readonly certificate: X509Certificate
  /** What was signed; for decryption, what was encrypted for the key, in hex. */
  readonly text: string
  /** Why it is no success; absent for one. */
  readonly failure?: Failure
}

interface Proving {
  readonly found: FoundCertificate
  readonly pin: string
  readonly tokens: SigningTokens
  readonly now: Date
  readonly language: Language
}

/**
 * 验证签名: the key on the token signs something new, and the certificate read from the token verifies it; a key that
 * only decrypts decrypts something new. What the token cannot do is a Proof with its reason; before that (PIN, absent
 * token) it fails with the token's code.
 */
export function proveCertificate(proving: Proving): Promise<Proof> {
  return withKey(proving, (key) => {
    const isForEncryption = usageOf(key.certificate.extensions.keyUsage) === 'encryption'
    return isForEncryption ? proveDecryption(key) : proveSignature(key, proving)
  })
}

async function proveSignature(key: KeyInUse, proving: Proving): Promise<Proof> {
  const text = statement(proving, key.certificate)
  const failure = await outcome(async () => {
    const signature = await key.token.sign(key.id, Buffer.from(text))
    return isTextSignedBy(key.certificate.publicKey, Buffer.from(text), signature)
  })
  return { kind: 'signature', certificate: key.certificate, text, ...failure }
}

async function proveDecryption(key: KeyInUse): Promise<Proof> {
  const secret = randomBytes(32)
  const failure = await outcome(async () => {
    const encrypted = await encryptForKey(key.certificate.publicKey, secret)
    if (encrypted === undefined) throw new AppError('token.unsupported')
    return secret.equals(await key.token.decrypt(key.id, encrypted))
  })
  return { kind: 'decryption', certificate: key.certificate, text: secret.toString('hex'), ...failure }
}

function statement({ found, now, language }: Proving, { serialNumber }: X509Certificate): string {
  const random = randomBytes(32).toString('hex')
  const { serialNumber: cardNumber } = found.token
  return statements[language]({ cardNumber, serialNumber, at: now.toISOString(), random }).join('\n')
}

async function outcome(agrees: () => Promise<boolean>): Promise<{ readonly failure?: Failure }> {
  try {
    return (await agrees()) ? {} : { failure: { code: 'signing.keyMismatch' } }
  } catch (error) {
    // The key answered, or could not: that is what was asked. A driver that ended is another matter.
    const failure = toFailure(error)
    if (!failure.code.startsWith('token.') || isAbsence(failure)) throw error
    return { failure }
  }
}

function isAbsence({ code }: Failure): boolean {
  return ['token.absent', 'token.crashed', 'token.timeout', 'token.notUnlocked', 'token.otherToken'].includes(code)
}
