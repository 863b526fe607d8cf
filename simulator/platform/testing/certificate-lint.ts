/**
 * A small lint after RFC 5280, since there is neither zlint nor pkilint on npm or in Debian: what a strict reader of
 * certificates could object to. The sentences are for a test's output.
 */
import 'reflect-metadata'
import { AsnConvert } from '@peculiar/asn1-schema'
import type { AttributeTypeAndValue, Time } from '@peculiar/asn1-x509'
import { Certificate, Version } from '@peculiar/asn1-x509'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
} from '@peculiar/x509'

type Der = Uint8Array<ArrayBuffer>
type Finding = readonly [holds: boolean, otherwise: string]

interface Read {
  readonly der: Der
  readonly asn: Certificate
  readonly x509: X509Certificate
}

const bytes = (structure: object) => Buffer.from(AsnConvert.serialize(structure))
const read = (der: Der): Read => ({ der, asn: AsnConvert.parse(der, Certificate), x509: new X509Certificate(der) })

/** @param issuer the certificate of the issuer; for a root, itself */
export function lintCertificate(certificate: Der, issuer: Der): readonly string[] {
  const subject = read(certificate)
  return [...form(subject), ...names(subject), ...usage(subject), ...issuance(subject, read(issuer))].flatMap(
    ([holds, otherwise]) => (holds ? [] : [otherwise]),
  )
}

function form({ der, asn }: Read): readonly Finding[] {
  const { version, serialNumber, signature, validity, extensions } = asn.tbsCertificate
  const serial = Buffer.from(serialNumber)
  const oids = extensions?.map(({ extnID }) => extnID) ?? []
  return [
    [bytes(asn).equals(der), 'not the DER that its own structure gives'],
    [version === Version.v3, 'the version is not 3'],
    [serial.length >= 8 && serial.length <= 20, 'the serial number has not 8 to 20 octets'],
    [serial.readInt8(0) > 0, 'the serial number is not positive, or begins with a zero'],
    [bytes(signature).equals(bytes(asn.signatureAlgorithm)), 'the two signature algorithms differ'],
    [isWellTimed(validity.notBefore), 'the start is written in the wrong way'],
    [isWellTimed(validity.notAfter), 'the end is written in the wrong way'],
    [validity.notAfter.getTime() > validity.notBefore.getTime(), 'it ends before it begins'],
    [new Set(oids).size === oids.length, 'an extension is there twice'],
  ]
}

/** UTCTime to 2049, GeneralizedTime from 2050; whole seconds. */
function isWellTimed(time: Time): boolean {
  const date = time.getTime()
  const isEarly = date.getUTCFullYear() < 2050
  return date.getUTCMilliseconds() === 0 && (isEarly ? time.utcTime : time.generalTime) !== undefined
}

const country = '2.5.4.6'
/** RFC 5280, appendix A.1, in characters. */
const longest = new Map([
  ['2.5.4.3', 64],
  ['2.5.4.7', 128],
  ['2.5.4.8', 128],
  ['2.5.4.10', 64],
  ['2.5.4.11', 64],
])

function names({ asn }: Read): readonly Finding[] {
  return asn.tbsCertificate.subject.flatMap((attributes) => attributes.flatMap(attributeFindings))
}

function attributeFindings({ type, value }: AttributeTypeAndValue): readonly Finding[] {
  const text = value.toString()
  if (type === country) {
    return [[value.printableString !== undefined && /^[A-Z]{2}$/.test(text), 'C is not two letters in PrintableString']]
  }
  return [
    [value.printableString !== undefined || value.utf8String !== undefined, `${type} has another string type`],
    [text.length > 0 && text.trim() === text, `${type} is empty, or blank at an end`],
    [Array.from(text).length <= (longest.get(type) ?? 32_768), `${type} is too long`],
  ]
}

function usage({ asn, x509 }: Read): readonly Finding[] {
  const isCritical = (oid: string) =>
    asn.tbsCertificate.extensions?.some(({ extnID, critical }) => extnID === oid && critical) ?? false
  const isCa = x509.getExtension(BasicConstraintsExtension)?.ca ?? false
  const usages = x509.getExtension(KeyUsagesExtension)?.usages ?? 0
  const signs = (usages & KeyUsageFlags.keyCertSign) !== 0
  return [
    [isCritical('2.5.29.19'), 'basicConstraints is missing or not critical'],
    [isCritical('2.5.29.15'), 'keyUsage is missing or not critical'],
    [signs === isCa, 'keyCertSign and the CA flag disagree'],
  ]
}

function issuance({ asn, x509 }: Read, issuer: Read): readonly Finding[] {
  const { subject, issuer: issuerName, validity } = asn.tbsCertificate
  const isRoot = bytes(subject).equals(bytes(issuerName))
  const ownId = x509.getExtension(SubjectKeyIdentifierExtension)?.keyId
  const namedId = x509.getExtension(AuthorityKeyIdentifierExtension)?.keyId
  const issuerId = issuer.x509.getExtension(SubjectKeyIdentifierExtension)?.keyId
  return [
    [ownId !== undefined, 'there is no subjectKeyIdentifier'],
    [isRoot || (namedId !== undefined && namedId === issuerId), 'the authorityKeyIdentifier is not the issuer’s key'],
    [bytes(issuerName).equals(bytes(issuer.asn.tbsCertificate.subject)), 'the issuer has another name'],
    [validity.notAfter.getTime() <= issuer.x509.notAfter, 'it lives longer than its issuer'],
  ]
}
