import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { readExactCertificate } from '../x509/certificate.ts'
import { usageOf } from '../x509/usage.ts'

/**
 * Do two modules of one interface tell of the same key? A serial number alone does not make two tokens the same one: some
 * vendors give it to a whole batch. The label or a certificate has to agree as well; two that do not stay two.
 */
export function isSameToken(one: TokenSnapshot, other: TokenSnapshot): boolean {
  if (one.serialNumber === '' || one.serialNumber !== other.serialNumber) return false
  return one.label === other.label || one.certificates.some((certificate) => holds(other, certificate.value))
}

/**
 * And two of different interfaces? They may write its serial number differently. Then a certificate has to agree whose key
 * cannot be in two places: not a CA's, which lies on many keys, and not one for encryption, whose key a CA may have given to
 * a second key when the first was replaced.
 */
export function isSameKey(one: TokenSnapshot, other: TokenSnapshot): boolean {
  if (isSameToken(one, other)) return true
  return one.certificates.some(({ value }) => isOfOneKey(value) && holds(other, value))
}

function holds({ certificates }: Pick<TokenSnapshot, 'certificates'>, value: Uint8Array): boolean {
  return value.length > 0 && certificates.some((certificate) => Buffer.from(certificate.value).equals(value))
}

function isOfOneKey(value: Uint8Array): boolean {
  const certificate = readExactCertificate(value)
  if (certificate === undefined) return false
  const { isCa, keyUsage } = certificate.extensions
  return !isCa && usageOf(keyUsage) !== 'encryption'
}
