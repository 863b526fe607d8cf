import { revocationReasons, type RevocationReason } from '../../shared/trust-words.ts'
import { readExactCertificate, type X509Certificate } from '../x509/certificate.ts'
import {
  DerError,
  expectTag,
  readElement,
  readElements,
  readObjectIdentifier,
  readSmallNumber,
  tags,
  type DerElement,
} from '../x509/der.ts'
import { readExtensions } from '../x509/extensions.ts'
import { readSignedParts, readWhole, type Signed } from '../x509/signed.ts'
import { readTime } from '../x509/time.ts'

/** What a responder says about one certificate. */
export interface SingleResponse {
  /** Contents of the CertID: hash of the issuer's name and of its key, serial number. */
  readonly id: readonly Uint8Array[]
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly revokedAt?: Date
  readonly reason: RevocationReason
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
}

/** A successful answer (RFC 6960, 4.2.1). Nothing in it has been verified. */
export interface OcspResponse {
  readonly proof: Signed
  /** Brought along, to verify it with. */
  readonly certificates: readonly X509Certificate[]
  readonly responses: readonly SingleResponse[]
  readonly nonce?: Uint8Array
  readonly producedAt: Date
}

const basicResponse = '1.3.6.1.5.5.7.48.1.1'
const nonceOid = '1.3.6.1.5.5.7.48.1.2'
const [bytesTag, certificatesTag, versionTag, extensionsTag, nextUpdateTag, reasonTag] = [
  0xa0, 0xa0, 0xa0, 0xa1, 0xa0, 0xa0,
]
const statuses: Readonly<Record<number, SingleResponse['status']>> = { 0x80: 'good', 0xa1: 'revoked', 0x82: 'unknown' }

/** The answer, or nothing when the responder refuses to give one. @throws DerError when these octets are no answer */
export function readOcspResponse(octets: Uint8Array): OcspResponse | undefined {
  const [status, bytes] = readElements(readWhole(octets, tags.sequence).content)
  if (readSmallNumber(expectTag(status, tags.enumerated)) !== 0) return undefined
  const [type, response] = readElements(readElement(expectTag(bytes, bytesTag).content).content)
  if (readObjectIdentifier(expectTag(type, tags.objectIdentifier).content) !== basicResponse) {
    throw new DerError('an unknown kind of answer')
  }
  const parts = readElements(readWhole(expectTag(response, tags.octetString).content, tags.sequence).content)
  const proof = readSignedParts(parts)
  return { proof, certificates: readCertificates(parts[3]), ...readData(proof.octets) }
}

function readCertificates(element: DerElement | undefined): readonly X509Certificate[] {
  if (element === undefined) return []
  const list = readElements(readElement(expectTag(element, certificatesTag).content).content)
  return list.flatMap(({ whole }) => readExactCertificate(whole) ?? [])
}

function readData(octets: Uint8Array): Pick<OcspResponse, 'responses' | 'nonce' | 'producedAt'> {
  const fields = readElements(readElement(octets).content)
  const [, producedAt, responses, extensions] = fields[0]?.tag === versionTag ? fields.slice(1) : fields
  const isPresent = extensions?.tag === extensionsTag
  const value = readExtensions(isPresent ? extensions : undefined).values.get(nonceOid)
  return {
    producedAt: readTime(producedAt),
    responses: readElements(expectTag(responses, tags.sequence).content).map(readSingle),
    ...(value === undefined ? {} : { nonce: readWhole(value, tags.octetString).content }),
  }
}

function readSingle(element: DerElement): SingleResponse {
  const [id, state, thisUpdate, ...others] = readElements(expectTag(element, tags.sequence).content)
  const [, name, key, serial] = readElements(expectTag(id, tags.sequence).content)
  const status = statuses[state?.tag ?? 0]
  if (state === undefined || status === undefined) throw new DerError('an unknown state of a certificate')
  const nextUpdate = others.find(({ tag }) => tag === nextUpdateTag)
  return {
    id: [contentOf(name, tags.octetString), contentOf(key, tags.octetString), contentOf(serial, tags.integer)],
    status,
    ...(status === 'revoked' ? readRevoked(state) : { reason: 'unspecified' }),
    thisUpdate: readTime(thisUpdate),
    ...(nextUpdate === undefined ? {} : { nextUpdate: readTime(readElement(nextUpdate.content)) }),
  }
}

function readRevoked({ content }: DerElement): Pick<SingleResponse, 'revokedAt' | 'reason'> {
  const [revokedAt, reason] = readElements(content)
  const number = reason?.tag === reasonTag ? readSmallNumber(readElement(reason.content)) : 0
  return { revokedAt: readTime(revokedAt), reason: revocationReasons[number] ?? 'unspecified' }
}

function contentOf(element: DerElement | undefined, tag: number): Uint8Array {
  return expectTag(element, tag).content
}
