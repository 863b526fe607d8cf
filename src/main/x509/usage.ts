import type { KeyUsage } from './extensions.ts'

/** What a certificate's key usage allows, in the words of Chinese CAs, who issue one for each. */
export type Usage = 'signing' | 'encryption' | 'both' | 'unknown'

/** Signing: signature or non-repudiation. Encryption: anything that enciphers or agrees on keys. */
export function usageOf(usages: readonly KeyUsage[] | undefined): Usage {
  if (usages === undefined) return 'unknown'
  const signing = usages.some((usage) => usage === 'digitalSignature' || usage === 'nonRepudiation')
  const encryption = usages.some(
    (usage) => usage === 'keyEncipherment' || usage === 'dataEncipherment' || usage === 'keyAgreement',
  )
  if (signing && encryption) return 'both'
  if (signing) return 'signing'
  return encryption ? 'encryption' : 'unknown'
}
