import { createHash } from 'node:crypto'
import { readElement, readElements, tags, writeElement, writeObjectIdentifier } from '../x509/der.ts'
import { readWholeOctets } from '../x509/signed.ts'
import type { Question } from './answer.ts'

const sha1 = '1.3.14.3.2.26'
const nonceOid = '1.3.6.1.5.5.7.48.1.2'
const derNull = Uint8Array.of(0x05, 0x00)
const requestExtensionsTag = 0xa2

/**
 * Contents of the CertID that names this certificate (RFC 6960, 4.1.1): hash of its issuer's name and key, and its serial
 * number. SHA-1 names things here, it protects nothing, and it is what every responder takes.
 */
export function certificateId({ certificate, issuer }: Omit<Question, 'now'>): readonly Uint8Array[] {
  const [, key] = readElements(readElement(issuer.publicKey.spki).content)
  const hash = (octets: Uint8Array) => createHash('sha1').update(octets).digest()
  return [hash(issuer.subject.der), hash(readWholeOctets(key)), readElement(certificate.serialNumberDer).content]
}

/** An OCSPRequest for one certificate, without a signature. */
export function writeOcspRequest(question: Omit<Question, 'now'>, nonce: Uint8Array): Uint8Array {
  const [name = derNull, key = derNull, serial = derNull] = certificateId(question)
  const id = writeElement(
    tags.sequence,
    writeElement(tags.sequence, writeObjectIdentifier(sha1), derNull),
    writeElement(tags.octetString, name),
    writeElement(tags.octetString, key),
    writeElement(tags.integer, serial),
  )
  const list = writeElement(tags.sequence, writeElement(tags.sequence, id))
  return writeElement(tags.sequence, writeElement(tags.sequence, list, nonceExtension(nonce)))
}

function nonceExtension(nonce: Uint8Array): Uint8Array {
  const value = writeElement(tags.octetString, writeElement(tags.octetString, nonce))
  const extension = writeElement(tags.sequence, writeObjectIdentifier(nonceOid), value)
  return writeElement(requestExtensionsTag, writeElement(tags.sequence, extension))
}
