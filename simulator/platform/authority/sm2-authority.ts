/**
 * SM2 certificates for display: real ones (GM/T 0015; SM3withSM2 with the default id 1234567812345678), signed in
 * JavaScript, since neither webcrypto nor Electron's OpenSSL knows SM2.
 */
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  Certificate,
  Extension as AsnExtension,
  Extensions,
  Name as AsnName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509'
import type { Extension, Name } from '@peculiar/x509'
import { sm2 } from 'sm-crypto-v2'
import type { PlatformState } from '../state/state.ts'
import type { LeafRequest } from './certificate-authority.ts'
import type { Der } from './der.ts'
import { authorityExtensions, leafExtensions } from './extensions.ts'
import { ecPublicKey, sm2Parameters } from './public-key.ts'
import { newSerialNumber } from './serial-number.ts'
import { subjectName } from './subject.ts'

type Sm2AuthorityState = NonNullable<PlatformState['sm2Authority']>
type UnsignedCertificate = Pick<LeafRequest, 'subject' | 'publicKey' | 'notBefore' | 'notAfter'> & {
  readonly issuer: Name
  readonly extensions: readonly Extension[]
}

const sm3WithSm2 = '1.2.156.10197.1.501'
const authorityName = () => subjectName('C=CN, O=演示电子认证中心, CN=演示电子认证签发证书 SM2')
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

/** @param point the uncompressed point in hex, beginning with 04 */
function publicKeyInfo(point: string): Der {
  const algorithm = new AlgorithmIdentifier({ algorithm: ecPublicKey, parameters: bytes(sm2Parameters).buffer })
  const info = new SubjectPublicKeyInfo({ algorithm, subjectPublicKey: bytes(point).buffer })
  return new Uint8Array(AsnConvert.serialize(info))
}

export function newSm2PublicKey(): Der {
  return publicKeyInfo(sm2.generateKeyPairHex().publicKey)
}

function sign(unsigned: UnsignedCertificate, issuerKeys: { readonly privateKey: string; readonly publicKey: string }) {
  const signatureAlgorithm = new AlgorithmIdentifier({ algorithm: sm3WithSm2 })
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: bytes(newSerialNumber()).buffer,
    signature: signatureAlgorithm,
    issuer: AsnConvert.parse(unsigned.issuer.toArrayBuffer(), AsnName),
    validity: new Validity({ notBefore: unsigned.notBefore, notAfter: unsigned.notAfter }),
    subject: AsnConvert.parse(unsigned.subject.toArrayBuffer(), AsnName),
    subjectPublicKeyInfo: AsnConvert.parse(unsigned.publicKey, SubjectPublicKeyInfo),
    extensions: new Extensions(unsigned.extensions.map(({ rawData }) => AsnConvert.parse(rawData, AsnExtension))),
  })
  const { privateKey, publicKey } = issuerKeys
  const toBeSigned = new Uint8Array(AsnConvert.serialize(tbsCertificate))
  const signature = sm2.doSignature(toBeSigned, privateKey, { hash: true, der: true, publicKey })
  const certificate = new Certificate({ tbsCertificate, signatureAlgorithm, signatureValue: bytes(signature).buffer })
  return new Uint8Array(AsnConvert.serialize(certificate))
}

/** A self-signed SM2 authority; its lifetime is the same as that of the others. */
export function newSm2AuthorityState(now: Date): Sm2AuthorityState {
  const keys = sm2.generateKeyPairHex()
  const publicKey = publicKeyInfo(keys.publicKey)
  const year = now.getUTCFullYear()
  const certificate = sign(
    {
      subject: authorityName(),
      issuer: authorityName(),
      publicKey,
      notBefore: new Date(Date.UTC(year - 10, 0, 1)),
      notAfter: new Date(Date.UTC(year + 20, 0, 1)),
      extensions: authorityExtensions(publicKey),
    },
    keys,
  )
  return { certificate: Buffer.from(certificate).toString('base64'), ...keys }
}

export function issueSm2Certificate(authority: Sm2AuthorityState, request: LeafRequest): Der {
  const issuerKey = publicKeyInfo(authority.publicKey)
  const extensions = leafExtensions(request, request.publicKey, issuerKey)
  return sign({ ...request, issuer: authorityName(), extensions }, authority)
}
