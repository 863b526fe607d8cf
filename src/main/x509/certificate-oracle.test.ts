import { X509Certificate as NodeCertificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCertificate, type X509Certificate } from './certificate.ts'
import type { DistinguishedName } from './name.ts'
import { buildCertificate, commonName, keyUsage, utf8Entry } from './testing/built-certificate.ts'
import { openssl, selfSigned, type SelfSigned } from './testing/openssl.ts'
import { usageNames } from './testing/openssl-opinion.ts'

/** What another implementation says about the same certificate, in the words of this one. */
interface Opinion {
  readonly serialNumber: string
  readonly subject: readonly string[]
  readonly issuer: readonly string[]
  readonly notBefore: string
  readonly notAfter: string
}

const fullNames: Readonly<Record<string, string>> = { E: 'emailAddress' }
const lines = (name: DistinguishedName) =>
  name.fields.map((field) => `${fullNames[field.name] ?? field.name}=${field.value}`)

function ours({ serialNumber, subject, issuer, notBefore, notAfter }: X509Certificate): Opinion {
  return {
    serialNumber,
    subject: lines(subject),
    issuer: lines(issuer),
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
  }
}

const iso = (text: string) => new Date(text).toISOString()

/** One part of `openssl x509`'s answer: what follows the name, up to the next name. */
function opinionOfOpenssl(der: Uint8Array): Opinion {
  const parameters = ['-noout', '-serial', '-subject', '-issuer', '-dates', '-nameopt', 'utf8,sname,sep_multiline']
  const printed = openssl(['x509', '-inform', 'DER', ...parameters], der)
  const after = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(printed)?.[1] ?? ''
  const block = (key: string) => new RegExp(`^${key}=\\n((?: {4}.*\\n)*)`, 'm').exec(printed)?.[1] ?? ''
  const name = (key: string) =>
    block(key)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  return {
    serialNumber: after('serial'),
    subject: name('subject'),
    issuer: name('issuer'),
    notBefore: iso(after('notBefore')),
    notAfter: iso(after('notAfter')),
  }
}

/** Node prints one field a line, escaped as in RFC 2253. */
function nodeName(name: string): readonly string[] {
  return name
    .split(/\n| \+ /)
    .filter((line) => line !== '')
    .map((line) => line.replace(/\\([\\,+"<>;# =])/g, '$1'))
}

function opinionOfNode(certificate: NodeCertificate): Opinion {
  return {
    // Node alone writes zero with one digit.
    serialNumber: certificate.serialNumber === '0' ? '00' : certificate.serialNumber,
    subject: nodeName(certificate.subject),
    issuer: nodeName(certificate.issuer),
    notBefore: certificate.validFromDate.toISOString(),
    notAfter: certificate.validToDate.toISOString(),
  }
}

/** Key usage and basic constraints as `openssl x509 -text` prints them. */
function usageInText(text: string): { readonly keyUsage: readonly string[] | undefined; readonly isCa: boolean } {
  const usage = /X509v3 Key Usage:.*\n\s+(.*)\n/.exec(text)?.[1]
  return { keyUsage: usage?.split(', ').map((name) => usageNames[name.trim()] ?? name), isCa: text.includes('CA:TRUE') }
}

const dn = '/C=CN/ST=山东省/L=济南市/O=济南示例科技有限公司/OU=财务部/CN=张三'
const signing = ['-addext', 'keyUsage=critical,digitalSignature,nonRepudiation']
const leaf = ['-addext', 'basicConstraints=critical,CA:FALSE']

describe('reads a certificate made by openssl as openssl does:', () => {
  const cases: readonly (readonly [string, SelfSigned, Partial<X509Certificate['publicKey']>])[] = [
    ['RSA 1024', { key: 'RSA 1024', subject: dn, options: signing }, { algorithm: 'rsa', bits: 1024 }],
    ['RSA 2048', { key: 'RSA 2048', subject: dn, options: [...signing, ...leaf] }, { algorithm: 'rsa', bits: 2048 }],
    ['RSA 4096', { key: 'RSA 4096', subject: '/CN=a' }, { algorithm: 'rsa', bits: 4096 }],
    ['P-256', { key: 'P-256', subject: dn, options: [...leaf, '-days', '12000'] }, { algorithm: 'p-256', bits: 256 }],
    ['P-384', { key: 'P-384', subject: dn, options: ['-set_serial', '0x8f00'] }, { algorithm: 'ec', bits: 384 }],
    ['SM2', { key: 'SM2', subject: dn, options: signing }, { algorithm: 'sm2', bits: 256 }],
    [
      'every key usage',
      {
        key: 'P-256',
        subject: '/CN=用途',
        options: [
          '-addext',
          'keyUsage=digitalSignature,nonRepudiation,keyEncipherment,dataEncipherment,keyAgreement,keyCertSign,cRLSign,encipherOnly,decipherOnly',
        ],
      },
      { algorithm: 'p-256' },
    ],
    ['encryption', { key: 'P-256', subject: '/CN=密', options: ['-addext', 'keyUsage=keyAgreement,decipherOnly'] }, {}],
    ['empty subject', { key: 'P-256', subject: '/' }, {}],
    [
      'several fields in one set',
      { key: 'P-256', subject: '/C=CN/CN=张三+serialNumber=7', options: ['-multivalue-rdn'] },
      {},
    ],
    ['200 characters', { key: 'P-256', subject: `/O=${'济南示例'.repeat(16).slice(0, 64)}/CN=${'济'.repeat(64)}` }, {}],
    ['serial of 20 octets', { key: 'P-256', subject: '/CN=a', options: ['-set_serial', `0x7f${'e1'.repeat(19)}`] }, {}],
  ]
  it.each(cases)('%s', (_name, request, key) => {
    const der = selfSigned(request)
    const certificate = readCertificate(der)
    expect(withoutPlus(ours(certificate))).toEqual(withoutPlus(opinionOfOpenssl(der)))
    const text = openssl(['x509', '-inform', 'DER', '-noout', '-text'], der)
    expect({ keyUsage: certificate.extensions.keyUsage, isCa: certificate.extensions.isCa }).toEqual(usageInText(text))
    expect(certificate.publicKey).toMatchObject(key)
    const pem = openssl(['x509', '-inform', 'DER', '-noout', '-pubkey'], der)
    expect(Buffer.from(certificate.publicKey.spki).toString('base64')).toBe(pem.replace(/-----.*-----|\s/g, ''))
    expect(certificate.sha256).toBe(new NodeCertificate(der).fingerprint256.replaceAll(':', '').toLowerCase())
    expect(text).toContain(
      `Signature Algorithm: ${opensslNames[certificate.signatureAlgorithm] ?? 'unknown to this test'}`,
    )
  })
})

const opensslNames: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.156.10197.1.501': 'SM2-with-SM3',
}

/** openssl joins the fields of one set by ` + `. */
function withoutPlus(opinion: Opinion): Opinion {
  const fields = (name: readonly string[]) => name.flatMap((line) => line.split(' + '))
  return { ...opinion, subject: fields(opinion.subject), issuer: fields(opinion.issuer) }
}

describe('reads what openssl does not write as openssl reads it:', () => {
  it.each([
    ['UTCTime of 1950', { notBefore: '500101000000Z', notAfter: '500102000000Z' }],
    ['the last UTCTime', { notBefore: '991231235959Z', notAfter: '491231235959Z' }],
    ['GeneralizedTime from 2050 on', { notBefore: '20500101000000Z', notAfter: '99991231235959Z' }],
    ['BMPString', { subject: [[commonName, 0x1e, Buffer.from('6d4e5357', 'hex')] as const] }],
    ['a name of 200 characters', { subject: [utf8Entry(commonName, '济'.repeat(200))] }],
    ['an OID without a name', { subject: [utf8Entry('1.2.156.10260.4.1.4', '91370100MA3C4D5E6K')] }],
    ['a serial number with a sign octet', { serialNumber: Uint8Array.of(0, 0xff) }],
    ['key usage of the second octet', { extensions: [keyUsage(8)] }],
  ])('%s', (_name, changes) => {
    const der = buildCertificate(changes)
    expect(ours(readCertificate(der))).toEqual(opinionOfOpenssl(der))
  })
})

const bundle = '/etc/ssl/certs/ca-certificates.crt'
const isHere = existsSync(bundle)

it.skipIf(!isHere)(
  isHere
    ? 'reads every certificate of the system’s CA bundle as Node and openssl do'
    : 'NOT COMPARED with the system’s CA bundle, which this computer does not have: only with certificates made here',
  () => {
    const pems = readFileSync(bundle, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
    const texts = openssl(['storeutl', '-certs', '-noout', '-text', bundle])
      .split(/^\d+: Certificate$/m)
      .slice(1)
    expect([pems.length > 50, texts.length]).toEqual([true, pems.length])
    for (const [index, pem] of pems.entries()) {
      const node = new NodeCertificate(pem)
      const certificate = readCertificate(node.raw)
      const { keyUsage: usages, isCa } = certificate.extensions
      expect(ours(certificate)).toEqual(opinionOfNode(node))
      expect({ keyUsage: usages, isCa }).toEqual(usageInText(texts[index] ?? ''))
      expect(certificate.trailingOctets).toBe(0)
      expect(certificate.sha256).toBe(node.fingerprint256.replaceAll(':', '').toLowerCase())
      expect(Buffer.from(certificate.publicKey.spki)).toEqual(node.publicKey.export({ type: 'spki', format: 'der' }))
      expect(keyOf(certificate)).toEqual(keyOfNode(node))
    }
  },
)

const keyOf = ({ publicKey: { algorithm, bits } }: X509Certificate) => [algorithm === 'rsa' ? 'rsa' : 'ec', bits]
const curveBits: Readonly<Record<string, number>> = { prime256v1: 256, secp384r1: 384, secp521r1: 521 }

function keyOfNode({ publicKey: { asymmetricKeyType, asymmetricKeyDetails } }: NodeCertificate) {
  return [asymmetricKeyType, asymmetricKeyDetails?.modulusLength ?? curveBits[asymmetricKeyDetails?.namedCurve ?? '']]
}
