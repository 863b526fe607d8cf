import { constants, createPublicKey, publicEncrypt, randomBytes, verify } from 'node:crypto'
import type { Failure } from '../../shared/failure.ts'
import { AppError, toFailure } from '../app-error.ts'
import type { FoundCertificate } from '../certificates/find-certificate.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import { usageOf } from '../x509/usage.ts'
import { withKey, type KeyInUse } from './key-use.ts'
import type { SigningTokens } from './ports.ts'

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

async function proveSignature(key: KeyInUse, { found, now }: Proving): Promise<Proof> {
  const text = statement(key.certificate, found.token.serialNumber, now)
  const failure = await outcome(async () => {
    const signature = await key.token.sign(key.id, Buffer.from(text))
    return verify('sha256', Buffer.from(text), publicKeyOf(key.certificate), signature)
  })
  return { kind: 'signature', certificate: key.certificate, text, ...failure }
}

async function proveDecryption(key: KeyInUse): Promise<Proof> {
  const secret = randomBytes(32)
  const failure = await outcome(async () => {
    if (key.certificate.publicKey.algorithm !== 'rsa') throw new AppError('token.unsupported')
    const padding = constants.RSA_PKCS1_PADDING
    const ciphertext = publicEncrypt({ key: publicKeyOf(key.certificate), padding }, secret)
    return secret.equals(await key.token.decrypt(key.id, ciphertext))
  })
  return { kind: 'decryption', certificate: key.certificate, text: secret.toString('hex'), ...failure }
}

/** Says what it is for, so that nobody can take the signature for one on something else; the random part makes it new. */
function statement(certificate: X509Certificate, cardNumber: string, now: Date): string {
  return [
    'CA 用户工具：验证签名',
    `卡号：${cardNumber}`,
    `证书序列号：${certificate.serialNumber}`,
    `时间：${now.toISOString()}`,
    `随机数：${randomBytes(32).toString('hex')}`,
  ].join('\n')
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

function publicKeyOf({ publicKey }: X509Certificate) {
  return createPublicKey({ key: Buffer.from(publicKey.spki), format: 'der', type: 'spki' })
}
