/** For tests: chains with any rule broken, signed with P-256 by node:crypto. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { readCertificate, type X509Certificate } from '../../x509/certificate.ts'
import { tags, writeElement } from '../../x509/der.ts'
import {
  buildCertificate,
  commonName,
  keyUsage,
  utf8Entry,
  type CertificateFields,
  type Extension,
} from '../../x509/testing/built-certificate.ts'

export interface Made extends X509Certificate {
  readonly key: KeyObject
}

interface Wanted extends Partial<CertificateFields> {
  readonly name: string
  /** Itself when absent. */
  readonly by?: Made
  readonly key?: KeyObject
}

export const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

let serial = 0

/** Valid from 2026 to 2028 unless told. */
export function makeCertificate({ name, by, key: kept, ...fields }: Wanted): Made {
  serial += 1
  const key = kept ?? newKey().privateKey
  const publicKey = publicOf(key)
  const issuer = [utf8Entry(commonName, by?.subject.fields[0]?.value ?? name)]
  const der = buildCertificate(
    {
      serialNumber: Uint8Array.of(1, serial >> 8, serial & 255),
      subject: [utf8Entry(commonName, name)],
      issuer,
      publicKey,
      notBefore: '260101000000Z',
      notAfter: '280101000000Z',
      ...fields,
    },
    (octets) => sign('sha256', octets, by?.key ?? key),
  )
  return { ...readCertificate(der), key }
}

function publicOf(key: KeyObject): Uint8Array {
  const jwk = key.export({ format: 'jwk' })
  const point = Buffer.concat([
    Buffer.of(4),
    Buffer.from(jwk.x ?? '', 'base64url'),
    Buffer.from(jwk.y ?? '', 'base64url'),
  ])
  const prefix = '3059301306072a8648ce3d020106082a8648ce3d030107034200'
  return Buffer.concat([Buffer.from(prefix, 'hex'), point])
}

export function basicConstraints(pathLength?: number): Extension {
  const isCa = Uint8Array.of(0x01, 0x01, 0xff)
  const limit = pathLength === undefined ? [] : [writeElement(tags.integer, Uint8Array.of(pathLength))]
  return ['2.5.29.19', writeElement(tags.sequence, isCa, ...limit), true]
}

export const authority = (pathLength?: number): readonly Extension[] => [basicConstraints(pathLength), keyUsage(5, 6)]

export function subjectKey(id: number): Extension {
  return ['2.5.29.14', writeElement(tags.octetString, Uint8Array.of(id))]
}

export function authorityKey(id: number): Extension {
  return ['2.5.29.35', writeElement(tags.sequence, writeElement(0x80, Uint8Array.of(id)))]
}
