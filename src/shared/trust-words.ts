/** Words about a certificate's issuer and its revocation; each has a sentence in the renderer's i18n. */

/** What was found of a certificate's chain. Only `untrusted` is a proven failure. */
export const trustResults = ['trusted', 'untrusted', 'unsupported', 'unknown-issuer', 'not-assessed'] as const

/** Why a chain does not hold. */
export const untrustedReasons = [
  'bad-signature',
  'not-ca',
  'may-not-sign',
  'path-too-long',
  'authority-expired',
  'authority-not-yet-valid',
  'weak',
] as const
export type UntrustedReason = (typeof untrustedReasons)[number]

/** What of a chain this program does not understand. */
export const unsupportedReasons = ['algorithm', 'critical-extension', 'name-constraints'] as const
export type UnsupportedReason = (typeof unsupportedReasons)[number]

/** `unknown`: it was asked, and there is no answer that counts. `not-checked`: it was not asked. */
export const revocationStates = ['good', 'revoked', 'unknown', 'not-checked'] as const

/** Why nobody was asked. */
export const notCheckedReasons = [
  'chain-not-verified',
  'nothing-to-ask',
  'only-ldap',
  'indirect',
  'expired',
  'waiting',
] as const

/** Why an answer does not count, or did not come. */
export const unknownReasons = [
  'unreachable',
  'too-large',
  'refused',
  'malformed',
  'outdated',
  'not-yet-valid',
  'wrong-signer',
  'unsupported',
  'other-certificate',
  'responder-unknown',
] as const
export type UnknownReason = (typeof unknownReasons)[number]

/** CRLReason (RFC 5280, 5.3.1) by its number; 7 is not used. */
export const revocationReasons = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'unused',
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const
export type RevocationReason = (typeof revocationReasons)[number]
