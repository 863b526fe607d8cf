import type { RenewalRecord } from './renewal-record.ts'

/**
 * Old keys by the new ones that have followed them (hex SHA-256 of their SPKI), of renewals that are completed and had to
 * leave the old pair on the token: it lies in one container with an old encryption key, or may.
 */
export function followedBy(records: readonly RenewalRecord[]): ReadonlyMap<string, string> {
  return new Map(
    records.flatMap(({ started, entries }): readonly (readonly [string, string])[] => {
      const made = entries['key-made']
      if (entries.completed?.holdsEncryptionKey === undefined || made === undefined) return []
      return [[started.oldPublicKeySha256, made.publicKeySha256]]
    }),
  )
}
