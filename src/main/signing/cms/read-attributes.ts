import {
  DerError,
  expectTag,
  readElement,
  readElements,
  readObjectIdentifier,
  tags,
  type DerElement,
} from '../../x509/der.ts'
import { readTime } from '../../x509/time.ts'
import { hashOf, oid, type HashName } from './oids.ts'

/** The signed attributes that say something here (RFC 5652, 11; RFC 5035); each stands once, or it is not read. */
export interface SignedAttributes {
  /** As a SET OF: what was signed. */
  readonly der: Uint8Array
  readonly contentType?: string
  readonly messageDigest?: Uint8Array
  /** What the signer's computer said; nobody vouches for it. */
  readonly signingTime?: Date
  /** Which certificate the signer meant; `hash` is absent where it is none that is known here. */
  readonly certificate?: { readonly hash?: HashName; readonly value: Uint8Array }
}

/** @throws DerError also when one of them stands twice, or has several values */
export function readSignedAttributes(element: DerElement): SignedAttributes {
  const list = readElements(element.content).map((each) => readElements(expectTag(each, tags.sequence).content))
  const values = new Map(list.map(([type, set]) => [readType(type), expectTag(set, tags.set).content]))
  if (values.size !== list.length) throw new DerError('an attribute stands twice')
  const der = Uint8Array.from(element.whole)
  der[0] = tags.set
  return { der, ...readKnown((type) => single(values.get(type))) }
}

function readKnown(valueOf: (type: string) => DerElement | undefined): Omit<SignedAttributes, 'der'> {
  const contentType = valueOf(oid.contentType)
  const digest = valueOf(oid.messageDigest)
  const time = valueOf(oid.signingTime)
  const certificate = readCertificateId(valueOf(oid.signingCertificateV2), valueOf(oid.signingCertificate))
  return {
    ...(contentType === undefined ? {} : { contentType: readType(contentType) }),
    ...(digest === undefined ? {} : { messageDigest: expectTag(digest, tags.octetString).content }),
    ...(time === undefined ? {} : { signingTime: readTime(time) }),
    ...(certificate === undefined ? {} : { certificate }),
  }
}

function readType(element: DerElement | undefined): string {
  return readObjectIdentifier(expectTag(element, tags.objectIdentifier).content)
}

function single(content: Uint8Array | undefined): DerElement | undefined {
  if (content === undefined) return undefined
  const elements = readElements(content)
  if (elements.length !== 1) throw new DerError('an attribute with several values')
  return elements[0]
}

/** The first of the list is the signer's. SHA-256 where version 2 names no hash (RFC 5035, 4), SHA-1 in version 1. */
function readCertificateId(
  version2: DerElement | undefined,
  version1: DerElement | undefined,
): SignedAttributes['certificate'] {
  const element = version2 ?? version1
  if (element === undefined) return undefined
  const [list] = readElements(expectTag(element, tags.sequence).content)
  const [first] = readElements(expectTag(list, tags.sequence).content)
  const fields = readElements(expectTag(first, tags.sequence).content)
  const named = version2 !== undefined && fields[0]?.tag === tags.sequence ? fields[0] : undefined
  const value = expectTag(named === undefined ? fields[0] : fields[1], tags.octetString).content
  const hash =
    named === undefined ? (version2 === undefined ? 'sha1' : 'sha256') : hashOf(readType(readElement(named.content)))
  return hash === undefined ? { value } : { hash, value }
}
