import type { X509Certificate } from './certificate.ts'
import { DerError, readElements, tags } from './der.ts'
import { readWhole } from './signed.ts'

const subjectKeyIdentifierOid = '2.5.29.14'
const authorityKeyIdentifierOid = '2.5.29.35'
const keyIdentifierTag = 0x80

/** Hex of the certificate's own key identifier (RFC 5280, 4.2.1.2); a hint only, anybody can write one. */
export function subjectKeyId({ extensions }: X509Certificate): string | undefined {
  return hint(extensions.values.get(subjectKeyIdentifierOid), (value) => readWhole(value, tags.octetString).content)
}

/** Hex of the key identifier of its issuer (RFC 5280, 4.2.1.1). */
export function authorityKeyId({ extensions }: X509Certificate): string | undefined {
  return hint(extensions.values.get(authorityKeyIdentifierOid), (value) => {
    const parts = readElements(readWhole(value, tags.sequence).content)
    return parts.find(({ tag }) => tag === keyIdentifierTag)?.content
  })
}

/** A hint that cannot be read is none: it must not make a certificate unreadable. */
function hint(value: Uint8Array | undefined, read: (value: Uint8Array) => Uint8Array | undefined): string | undefined {
  if (value === undefined) return undefined
  try {
    const identifier = read(value)
    return identifier === undefined ? undefined : Buffer.from(identifier).toString('hex')
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}
