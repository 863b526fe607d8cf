import { X509Certificate } from 'node:crypto'
import type { CertificateFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import { subjectOf } from './holder.ts'
import { opensslVerify, sm2Options } from './openssl.ts'

interface Expectation {
  /** The certificate that is renewed. */
  readonly old: Uint8Array
  /** SubjectPublicKeyInfo; undefined when nobody can tell. */
  readonly key: Buffer | undefined
  readonly usage: 'signing' | 'encryption'
  /** Base64, from the issuing CA to the root. */
  readonly chain: readonly string[]
  readonly now: number
}

/** The algorithm of an SM2 key in DER: an elliptic curve, and which. */
const sm2Curve = Buffer.from('301306072a8648ce3d020106082a811ccf5501822d', 'hex')

/**
 * Key usage inside its extension (2.5.29.15, critical): digitalSignature and nonRepudiation, or keyEncipherment and
 * dataEncipherment.
 */
const keyUsages = {
  signing: Buffer.from('0603551d0f0101ff0404030206c0', 'hex'),
  encryption: Buffer.from('0603551d0f0101ff040403020430', 'hex'),
}

/** All that a client could notice about the certificate that it was given; a sound one has none of it. */
export async function odditiesOf(given: Buffer, expected: Expectation): Promise<readonly string[]> {
  const { old, key, usage, now } = expected
  if (given.equals(old)) return ['same-old']
  const length = given[0] === 0x30 && given[1] === 0x82 ? given.readUInt16BE(2) + 4 : 0
  if (length < given.length && length > 0) return ['trailing-bytes']
  if (length !== given.length) return ['garbage']
  const certificate = new X509Certificate(given)
  const publicKey = certificate.publicKey.export({ type: 'spki', format: 'der' })
  const names: Partial<Record<CertificateFaultKind, boolean>> = {
    untrusted: !(await isVerified(given, certificate, expected)) && !certificate.ca,
    'other-key': key !== undefined && !publicKey.equals(key),
    'other-subject': !Buffer.from(subjectOf(given)).equals(Buffer.from(subjectOf(old))),
    expired: certificate.validToDate.getTime() <= now,
    'not-yet-valid': certificate.validFromDate.getTime() > now,
    'is-ca': certificate.ca,
    'not-longer':
      certificate.validToDate <= new X509Certificate(old).validToDate && certificate.validToDate.getTime() > now,
    'wrong-usage': !given.includes(keyUsages[usage]) && !certificate.ca,
  }
  return Object.entries(names).flatMap(([name, is]) => (is ? [name] : []))
}

/** At a time when the certificate is valid: its dates are another matter. */
async function isVerified(given: Buffer, { validFromDate }: X509Certificate, { chain }: Expectation): Promise<boolean> {
  const [issuing, root] = chain.map((der) => Buffer.from(der, 'base64'))
  if (issuing === undefined || root === undefined) return false
  const options = ['-x509_strict', '-attime', String(Math.floor(validFromDate.getTime() / 1000) + 60)]
  if (given.includes(sm2Curve)) {
    const sm2Verdict = await opensslVerify({ leaf: given, trusted: [issuing], options: [...options, ...sm2Options] })
    return sm2Verdict.endsWith('leaf.pem: OK\n')
  }
  const verdict = await opensslVerify({ leaf: given, trusted: [root], between: [issuing], options })
  return verdict.endsWith('leaf.pem: OK\n')
}
