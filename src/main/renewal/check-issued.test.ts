import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { readCertificate } from '../x509/certificate.ts'
import {
  authorityLines,
  createOpensslFolder,
  leafLines,
  type AuthorityKind,
  type OpensslCertificate,
} from '../x509/testing/openssl-authority.ts'
import { newSm2Key, readSm2Key, sm2Envelope } from '../x509/testing/openssl-sm2.ts'
import { refuseEnvelope } from './check-envelope.ts'
import { refuseEncryption, refuseIssued, type Expectation } from './check-issued.ts'

const folder = createOpensslFolder()
afterAll(folder.remove)

const holder = '/C=CN/O=济南示例科技有限公司/CN=张三'
const now = new Date()

function authorityOf(kind: AuthorityKind, subject: string, issuer?: OpensslCertificate): OpensslCertificate {
  const under = issuer === undefined ? {} : { issuer }
  return folder.issue({ kind, subject, ...under, extensions: authorityLines, days: 3000 })
}

function renewalBy(kind: AuthorityKind) {
  const root = authorityOf(kind, '/CN=根')
  const issuing = authorityOf(kind, '/CN=签发', root)
  const leaf = (issuer: OpensslCertificate, days: number) =>
    folder.issue({ kind, subject: holder, issuer, extensions: leafLines, days })
  const [old, fresh] = [leaf(issuing, 30), leaf(issuing, 400)]
  const expected: Expectation = {
    old: readCertificate(old.der),
    publicKeySha256: readCertificate(fresh.der).publicKey.sha256,
    chain: [issuing.der, root.der],
    trustedRoots: [],
    now,
  }
  return { root, issuing, leaf, fresh, expected }
}

describe.each(['RSA 2048', 'P-256', 'SM2'] as const)('a chain of %s, made by openssl,', (kind) => {
  const { root, fresh, expected, leaf } = renewalBy(kind)

  it('is taken when it leads to the CA of the old certificate', () => {
    expect(refuseIssued(fresh.der, expected)).toBeUndefined()
  })

  it('is taken when it leads to a trusted root, and the old certificate is of another CA', () => {
    const old = readCertificate(leaf(authorityOf(kind, '/CN=旧'), 30).der)
    expect(refuseIssued(fresh.der, { ...expected, old, trustedRoots: [root.der] })).toBeUndefined()
    expect(refuseIssued(fresh.der, { ...expected, old })).toBe('issued.untrusted')
  })

  it('is refused where a CA of the same name has signed', () => {
    const impostor = leaf(authorityOf(kind, '/CN=签发'), 400)
    const publicKeySha256 = readCertificate(impostor.der).publicKey.sha256
    expect(refuseIssued(impostor.der, { ...expected, publicKeySha256 })).toBe('issued.untrusted')
  })

  it('is refused with one bit of the signature changed', () => {
    const forged = fresh.der.map((octet, index) => (index === fresh.der.length - 1 ? octet ^ 1 : octet))
    expect(refuseIssued(forged, expected)).toBe('issued.untrusted')
  })
})

describe('the encryption certificate of an SM2 order, made by openssl,', () => {
  const issuing = authorityOf('SM2', '/CN=签发')
  const rsaAuthority = authorityOf('RSA 2048', '/CN=签发 RSA')
  const leaf = (kind: AuthorityKind, extensions: readonly string[], days: number) =>
    folder.issue({ kind, subject: holder, issuer: kind === 'SM2' ? issuing : rsaAuthority, extensions, days })
  const old = leaf('SM2', leafLines, 30)
  const signing = leaf('SM2', leafLines, 400)
  const enciphering = ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,keyEncipherment,dataEncipherment']
  const encryption = leaf('SM2', enciphering, 400)
  const expected: Expectation = {
    old: readCertificate(old.der),
    publicKeySha256: readCertificate(signing.der).publicKey.sha256,
    chain: [issuing.der],
    trustedRoots: [rsaAuthority.der],
    now,
  }

  it('is taken', () => {
    expect(refuseEncryption(encryption.der, expected)).toBeUndefined()
  })

  it('is refused for a key of RSA, which an SM2 key cannot unwrap, and the other way round', () => {
    const rsa = leaf('RSA 2048', enciphering, 400)
    const ofRsa = { ...expected, chain: [rsaAuthority.der] }
    expect(refuseEncryption(rsa.der, ofRsa)).toBe('issued.wrongUsage')
    const oldRsa = { ...ofRsa, old: readCertificate(leaf('RSA 2048', leafLines, 30).der) }
    expect(refuseEncryption(rsa.der, oldRsa)).toBeUndefined()
    expect(refuseEncryption(encryption.der, { ...expected, old: oldRsa.old })).toBe('issued.wrongUsage')
  })

  it('is refused for the signing key, and for one that signs', () => {
    expect(refuseEncryption(signing.der, expected)).toBe('issued.otherKey')
    expect(refuseEncryption(leaf('SM2', leafLines, 400).der, expected)).toBe('issued.wrongUsage')
  })

  const keyOf = ({ keyFile }: OpensslCertificate) => readSm2Key(readFileSync(keyFile))

  it('has its key in the envelope that openssl makes; another pair is not its own, and octets are none', () => {
    const certificate = readCertificate(encryption.der)
    const envelope = sm2Envelope({ signing: keyOf(signing).spki, encryption: keyOf(encryption) })
    expect(refuseEnvelope(envelope, certificate)).toBeUndefined()
    const other = sm2Envelope({ signing: keyOf(signing).spki, encryption: newSm2Key() })
    expect(refuseEnvelope(other, certificate)).toBe('issued.encryptionKeyMismatch')
    for (const octets of [new Uint8Array(), envelope.subarray(0, -1), Uint8Array.of(...envelope, 0)])
      expect(refuseEnvelope(octets, certificate)).toBe('issued.encryptionKeyMismatch')
  })
})
