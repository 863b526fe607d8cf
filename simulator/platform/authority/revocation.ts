import type { CertificateRecord } from '../state/state.ts'
import type { RevocationReason } from './signing/signer.ts'

/** A new certificate has taken its place. */
export function supersede(record: CertificateRecord, now: number): void {
  record.standing = 'superseded'
  record.revocation = { at: now, reason: 'superseded' }
}

export function revoke(record: CertificateRecord, reason: Exclude<RevocationReason, 'superseded'>, now: number): void {
  record.standing = 'revoked'
  record.revocation = { at: now, reason }
}
