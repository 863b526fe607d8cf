import type { X509Certificate } from './certificate.ts'
import { expectTag, readElements, readObjectIdentifier, tags } from './der.ts'
import { readWhole } from './signed.ts'

const extendedKeyUsageOid = '2.5.29.37'

/** OIDs of what the key may be used for (RFC 5280, 4.2.1.12); absent when the certificate does not say. */
export function extendedKeyUsages({ extensions }: X509Certificate): readonly string[] | undefined {
  const value = extensions.values.get(extendedKeyUsageOid)
  if (value === undefined) return undefined
  const purposes = readElements(readWhole(value, tags.sequence).content)
  return purposes.map((purpose) => readObjectIdentifier(expectTag(purpose, tags.objectIdentifier).content))
}
