import type { UnsupportedReason, UntrustedReason } from '../../shared/trust-words.ts'
import type { X509Certificate } from '../x509/certificate.ts'

/** What became of the search for a chain; `chain` is as far as it was found, from the issuer upwards. */
export type Assessment = { readonly chain: readonly X509Certificate[] } & (
  | { readonly result: 'trusted' }
  | { readonly result: 'untrusted'; readonly reason: UntrustedReason }
  | { readonly result: 'unsupported'; readonly reason: UnsupportedReason }
  | { readonly result: 'unknown-issuer' }
)

/** A proven failure on one way proves nothing while another way is only not understood. */
const order: readonly Assessment['result'][] = ['trusted', 'unsupported', 'untrusted', 'unknown-issuer']

export function better(one: Assessment, other: Assessment): Assessment {
  return order.indexOf(other.result) < order.indexOf(one.result) ? other : one
}
