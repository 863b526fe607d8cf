import 'reflect-metadata'
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  Certificate,
  CertificateList,
  CRLReason,
  CRLReasons,
  Extension as AsnExtension,
  Extensions,
  id_ce_cRLReasons,
  Name as AsnName,
  RevokedCertificate as AsnRevokedCertificate,
  SubjectPublicKeyInfo,
  TBSCertificate,
  TBSCertList,
  Time,
  Validity,
  Version,
} from '@peculiar/asn1-x509'
import { OctetString } from '@peculiar/asn1-schema'
import type { Extension, Name } from '@peculiar/x509'
import type { Der } from '../der.ts'
import type { RevokedCertificate, Signer, UnsignedCertificate, UnsignedCrl } from './signer.ts'
import { signSm2, sm3WithSm2 } from './sm2-signature.ts'

const algorithm = () => new AlgorithmIdentifier({ algorithm: sm3WithSm2 })
const octets = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex')).buffer
const asnName = (name: Name) => AsnConvert.parse(name.toArrayBuffer(), AsnName)
const asnExtensions = (extensions: readonly Extension[]) =>
  new Extensions(extensions.map(({ rawData }) => AsnConvert.parse(rawData, AsnExtension)))
const der = (structure: object): Der => new Uint8Array(AsnConvert.serialize(structure))

/** @param privateKey base64 of the number */
export function openSm2Signer(privateKey: string): Signer {
  const signatureOver = (structure: object) => signSm2(der(structure), privateKey).buffer
  return {
    certificate: (unsigned) => {
      const tbsCertificate = toBeSignedCertificate(unsigned)
      const signatureValue = signatureOver(tbsCertificate)
      return Promise.resolve(der(new Certificate({ tbsCertificate, signatureAlgorithm: algorithm(), signatureValue })))
    },
    crl: (unsigned) => {
      const tbsCertList = toBeSignedCrl(unsigned)
      const signature = signatureOver(tbsCertList)
      return Promise.resolve(der(new CertificateList({ tbsCertList, signatureAlgorithm: algorithm(), signature })))
    },
  }
}

function toBeSignedCertificate(unsigned: UnsignedCertificate): TBSCertificate {
  return new TBSCertificate({
    version: Version.v3,
    serialNumber: octets(unsigned.serialNumber),
    signature: algorithm(),
    issuer: asnName(unsigned.issuer),
    validity: new Validity({ notBefore: unsigned.notBefore, notAfter: unsigned.notAfter }),
    subject: asnName(unsigned.subject),
    subjectPublicKeyInfo: AsnConvert.parse(unsigned.publicKey, SubjectPublicKeyInfo),
    extensions: asnExtensions(unsigned.extensions),
  })
}

function toBeSignedCrl({ issuer, thisUpdate, nextUpdate, entries, extensions }: UnsignedCrl): TBSCertList {
  return new TBSCertList({
    version: Version.v2,
    signature: algorithm(),
    issuer: asnName(issuer),
    thisUpdate: new Time(thisUpdate),
    nextUpdate: new Time(nextUpdate),
    // An empty list would be wrong: RFC 5280, 5.1.2.6.
    ...(entries.length === 0 ? {} : { revokedCertificates: entries.map(asnRevoked) }),
    crlExtensions: asnExtensions(extensions),
  })
}

function asnRevoked({ serialNumber, revokedAt, reason }: RevokedCertificate): AsnRevokedCertificate {
  const value = new OctetString(AsnConvert.serialize(new CRLReason(CRLReasons[reason])))
  return new AsnRevokedCertificate({
    userCertificate: octets(serialNumber),
    revocationDate: new Time(revokedAt),
    crlEntryExtensions: [new AsnExtension({ extnID: id_ce_cRLReasons, critical: false, extnValue: value })],
  })
}
