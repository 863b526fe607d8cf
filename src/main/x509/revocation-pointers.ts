import type { X509Certificate } from './certificate.ts'
import { DerError, readElements, readObjectIdentifier, tags, type DerElement } from './der.ts'
import { readWhole } from './signed.ts'

const distributionPointsOid = '2.5.29.31'
const authorityInformationOid = '1.3.6.1.5.5.7.1.1'
const ocspOid = '1.3.6.1.5.5.7.48.1'
const distributionPointTag = 0xa0
const fullNameTag = 0xa0
const crlIssuerTag = 0xa2
const uriTag = 0x86

/** Where a certificate says that its revocation can be asked for. Nothing of it has been looked at: see network rules. */
export interface RevocationPointers {
  /** URIs of complete lists by the issuer itself, of whatever scheme (RFC 5280, 4.2.1.13). */
  readonly lists: readonly string[]
  /** URIs of OCSP responders (RFC 5280, 4.2.2.1). */
  readonly responders: readonly string[]
  /** The certificate names a list that somebody else signs. */
  readonly hasIndirectList: boolean
}

export function revocationPointers({ extensions }: X509Certificate): RevocationPointers {
  const points = readable(extensions.values.get(distributionPointsOid), (point) => [readPoint(point)])
  return {
    lists: points.filter(({ isIndirect }) => !isIndirect).flatMap(({ uris }) => uris),
    responders: readable(extensions.values.get(authorityInformationOid), readResponder),
    hasIndirectList: points.some(({ isIndirect }) => isIndirect),
  }
}

interface Point {
  readonly uris: readonly string[]
  readonly isIndirect: boolean
}

function readPoint(point: DerElement): Point {
  const parts = readElements(point.content)
  const names = parts
    .filter(({ tag }) => tag === distributionPointTag)
    .flatMap(({ content }) => readElements(content))
    .filter(({ tag }) => tag === fullNameTag)
    .flatMap(({ content }) => readElements(content))
  return { uris: names.flatMap(readUri), isIndirect: parts.some(({ tag }) => tag === crlIssuerTag) }
}

function readResponder(description: DerElement): readonly string[] {
  const [method, location] = readElements(description.content)
  if (method?.tag !== tags.objectIdentifier || readObjectIdentifier(method.content) !== ocspOid) return []
  return location === undefined ? [] : readUri(location)
}

function readUri({ tag, content }: DerElement): readonly string[] {
  return tag === uriTag ? [Buffer.from(content).toString('latin1')] : []
}

/** Each element of a SEQUENCE; nothing of one that cannot be read. */
function readable<T>(value: Uint8Array | undefined, read: (element: DerElement) => readonly T[]): readonly T[] {
  if (value === undefined) return []
  try {
    return readElements(readWhole(value, tags.sequence).content).flatMap(read)
  } catch (error) {
    if (error instanceof DerError) return []
    throw error
  }
}
