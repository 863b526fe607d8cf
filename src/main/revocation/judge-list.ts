import { DerError, readElement, readElements, tags, type DerElement } from '../x509/der.ts'
import { findRevoked, type RevokedEntry } from '../x509/find-revoked.ts'
import { nameKey } from '../x509/name.ts'
import { readRevocationList, type RevocationList } from '../x509/revocation-list.ts'
import { revocationPointers } from '../x509/revocation-pointers.ts'
import { readWhole } from '../x509/signed.ts'
import { verifySignature } from '../x509/verify-signature.ts'
import { clockToleranceMs, unknown, type Answer, type Question } from './answer.ts'

const issuingDistributionPoint = '2.5.29.28'
/** How long a list counts that does not say when the next one comes. */
const longestAgeMs = 7 * 86_400_000

/** What this list says about the certificate (RFC 5280, 6.3), once it is certain that its issuer says so. */
export function judgeList(octets: Uint8Array, question: Question): Answer {
  try {
    const list = readRevocationList(octets)
    const fault = signerFault(list, question) ?? scopeFault(list, question)
    if (fault !== undefined) return fault
    const { content } = readElement(question.certificate.serialNumberDer)
    return judgeEntry(list, findRevoked(list.entries, content), question.now)
  } catch (error) {
    if (error instanceof DerError) return unknown('malformed')
    throw error
  }
}

function signerFault({ proof, signedAlgorithm, issuer }: RevocationList, question: Question): Answer | undefined {
  const { subject, publicKey, extensions } = question.issuer
  if (nameKey(issuer) !== nameKey(subject)) return unknown('wrong-signer')
  if (extensions.keyUsage?.includes('cRLSign') === false) return unknown('wrong-signer')
  if (!Buffer.from(signedAlgorithm).equals(proof.algorithm.der)) return unknown('wrong-signer')
  switch (verifySignature(proof, publicKey)) {
    case 'valid':
      return undefined
    case 'invalid':
      return unknown('wrong-signer')
    case 'unsupported':
      return unknown('unsupported')
  }
}

/** Delta lists, lists of others' certificates and lists of some reasons only do not answer the question. */
function scopeFault({ critical, values }: RevocationList, { certificate }: Question): Answer | undefined {
  if ([...critical].some((oid) => oid !== issuingDistributionPoint)) return unknown('unsupported')
  const value = values.get(issuingDistributionPoint)
  if (value === undefined) return undefined
  const scope = new Map(readElements(readWhole(value, tags.sequence).content).map((part) => [part.tag, part]))
  const isSet = (tag: number) => (scope.get(tag)?.content[0] ?? 0) !== 0
  const [points, onlyUser, onlyAuthorities, someReasons, indirect, onlyAttributes] = [
    0xa0, 0x81, 0x82, 0x83, 0x84, 0x85,
  ]
  if (scope.has(someReasons) || isSet(indirect) || isSet(onlyAttributes)) return unknown('unsupported')
  const { isCa } = certificate.extensions
  if (isSet(isCa ? onlyUser : onlyAuthorities)) return unknown('other-certificate')
  const names = scope.get(points)
  const { lists } = revocationPointers(certificate)
  return names === undefined || urisIn(names).some((uri) => lists.includes(uri))
    ? undefined
    : unknown('other-certificate')
}

const uriTag = 0x86

function urisIn({ content }: DerElement): readonly string[] {
  const names = readElements(content).flatMap((part) => readElements(part.content))
  return names.filter(({ tag }) => tag === uriTag).map((name) => Buffer.from(name.content).toString('latin1'))
}

function judgeEntry(list: RevocationList, entry: RevokedEntry | undefined, now: Date): Answer {
  const told = { source: 'crl', asOf: list.thisUpdate.toISOString() } as const
  // The certificate of another issuer, in an entry of its own.
  if (entry !== undefined && entry.critical.size > 0) return unknown('unsupported')
  // What was revoked stays so, and an old list proves it as well as a new one; only a hold may have ended.
  if (entry !== undefined && (entry.reason !== 'certificateHold' || dateFault(list, now) === undefined)) {
    const revokedAt = entry.revokedAt.toISOString()
    return { state: 'revoked', ...told, revokedAt, revocationReason: entry.reason }
  }
  return dateFault(list, now) ?? { state: 'good', ...told }
}

function dateFault({ thisUpdate, nextUpdate }: RevocationList, now: Date): Answer | undefined {
  if (thisUpdate.getTime() > now.getTime() + clockToleranceMs) return unknown('not-yet-valid')
  const end = nextUpdate?.getTime() ?? thisUpdate.getTime() + longestAgeMs
  return now.getTime() > end ? unknown('outdated') : undefined
}
