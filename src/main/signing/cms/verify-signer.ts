import type { X509Certificate } from '../../x509/certificate.ts'
import { expectTag, readElement, tags } from '../../x509/der.ts'
import { oid, type HashName } from './oids.ts'
import type { SignedData, SignerInfo } from './read-signed-data.ts'
import { createSignatureCheck, digestOf, schemeOf, type SignatureScheme } from './signature-check.ts'

/** What was found about one signature; only `intact` says that content and signature belong together. */
type SignerOutcome =
  'intact' | 'content-changed' | 'signature-wrong' | 'other-certificate' | 'no-certificate' | 'unsupported'

export interface CheckedSigner {
  readonly outcome: SignerOutcome
  readonly certificate?: X509Certificate
  readonly signingTime?: Date
  /** As the signer's algorithms are called; the object identifier for one that is not known here. */
  readonly algorithm: string
  /** A hash for which forgeries can be made. */
  readonly isWeak: boolean
}

/** The octets that were signed, fed to each of these once, from the beginning to the end. */
export type ReadContent = (consumers: readonly ((chunk: Uint8Array) => void)[]) => Promise<void>

interface Content {
  readonly contentType: string
  readonly read: ReadContent
  /** The content's digests by hash. */
  readonly digests: ReadonlyMap<HashName, Uint8Array>
}

/** The hashes of the content that the signers with signed attributes want. */
export function contentHashesOf({ signers }: SignedData): readonly HashName[] {
  return [...new Set(signers.flatMap((signer) => schemeOf(signer)?.contentHash ?? []))]
}

/** RFC 5652, 5.4 and 5.6, and RFC 5035 where the signer names a certificate. No chain and no dates are looked at. */
export async function verifySigner(
  signer: SignerInfo,
  certificates: readonly X509Certificate[],
  content: Content,
): Promise<CheckedSigner> {
  const scheme = schemeOf(signer)
  const certificate = certificates.find((candidate) => isNamed(signer, candidate))
  const outcome = await outcomeOf({ signer, scheme, certificate }, content)
  const signingTime = signer.attributes?.signingTime
  return {
    outcome,
    algorithm: nameOf(signer, scheme),
    isWeak: scheme?.hash === 'sha1' || scheme?.contentHash === 'sha1',
    ...(certificate === undefined ? {} : { certificate }),
    ...(signingTime === undefined ? {} : { signingTime }),
  }
}

interface Found {
  readonly signer: SignerInfo
  readonly scheme: SignatureScheme | undefined
  readonly certificate: X509Certificate | undefined
}

async function outcomeOf({ signer, scheme, certificate }: Found, content: Content): Promise<SignerOutcome> {
  if (certificate === undefined) return 'no-certificate'
  if (scheme === undefined) return 'unsupported'
  const check = createSignatureCheck(scheme, certificate)
  if (check === undefined) return 'unsupported'
  const { attributes, signature } = signer
  if (attributes === undefined) {
    // RFC 5652, 5.3: content of another type than data is never signed without attributes.
    if (content.contentType !== oid.data) return 'unsupported'
    await content.read([check.update])
    return check.isRight(signature) ? 'intact' : 'signature-wrong'
  }
  check.update(attributes.der)
  if (!check.isRight(signature)) return 'signature-wrong'
  // From here on the attributes are what the signer signed.
  if (!isMeant(attributes.certificate, certificate)) return 'other-certificate'
  if (attributes.contentType !== content.contentType) return 'content-changed'
  return equal(attributes.messageDigest, content.digests.get(scheme.contentHash)) ? 'intact' : 'content-changed'
}

function isNamed({ id }: SignerInfo, certificate: X509Certificate): boolean {
  if (id.kind === 'issuer-serial') {
    return equal(id.issuer, certificate.issuer.der) && equal(id.serialNumber, certificate.serialNumberDer)
  }
  const extension = certificate.extensions.values.get(oid.subjectKeyIdentifier)
  return extension !== undefined && equal(id.octets, expectTag(readElement(extension), tags.octetString).content)
}

function isMeant(
  meant: { readonly hash?: HashName; readonly value: Uint8Array } | undefined,
  { der }: X509Certificate,
) {
  if (meant === undefined) return true
  return meant.hash !== undefined && equal(meant.value, digestOf(meant.hash, der))
}

const kindNames = { rsa: 'RSA', 'rsa-pss': 'RSA-PSS', ecdsa: 'ECDSA' } as const
const hashNames = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' } as const

function nameOf({ signatureAlgorithm }: SignerInfo, scheme: SignatureScheme | undefined): string {
  return scheme === undefined ? signatureAlgorithm.oid : `${hashNames[scheme.hash]} / ${kindNames[scheme.kind]}`
}

function equal(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.from(one).equals(other)
}
