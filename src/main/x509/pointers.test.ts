import { afterAll, expect, it } from 'vitest'
import { readCertificate } from './certificate.ts'
import { extendedKeyUsages } from './extended-key-usage.ts'
import { authorityKeyId, subjectKeyId } from './key-identifiers.ts'
import { revocationPointers } from './revocation-pointers.ts'
import { buildCertificate } from './testing/built-certificate.ts'
import { authorityLines, createOpensslFolder, identifierLines } from './testing/openssl-authority.ts'
import { openssl } from './testing/openssl.ts'

const folder = createOpensslFolder()
afterAll(folder.remove)

const root = folder.issue({
  kind: 'P-256',
  subject: '/CN=根',
  extensions: [...authorityLines, 'subjectKeyIdentifier=hash'],
})
const leaf = folder.issue({
  kind: 'P-256',
  subject: '/CN=张三',
  issuer: root,
  extensions: [
    ...identifierLines,
    'extendedKeyUsage=clientAuth,emailProtection',
    'crlDistributionPoints=URI:http://ca.example/a.crl,URI:ldap://ca.example/cn=a,indirect',
    'authorityInfoAccess=OCSP;URI:http://ocsp.example/,caIssuers;URI:http://ca.example/ca.cer',
    '[indirect]',
    'fullname=URI:http://other.example/b.crl',
    'CRLissuer=dirName:other',
    '[other]',
    'CN=别人',
  ],
})
const certificate = readCertificate(leaf.der)

it('reads where to ask, as openssl has written it', () => {
  expect(revocationPointers(certificate)).toEqual({
    lists: ['http://ca.example/a.crl', 'ldap://ca.example/cn=a'],
    responders: ['http://ocsp.example/'],
    hasIndirectList: true,
  })
})

it('reads the extended usages', () => {
  expect(extendedKeyUsages(certificate)).toEqual(['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4'])
  expect(extendedKeyUsages(readCertificate(root.der))).toBeUndefined()
})

it('reads the key identifiers as openssl prints them', () => {
  const text = openssl(['x509', '-inform', 'DER', '-noout', '-ext', 'subjectKeyIdentifier'], root.der)
  const printed = /([0-9A-F]{2}:){19}[0-9A-F]{2}/.exec(text)?.[0].replaceAll(':', '').toLowerCase()
  expect(subjectKeyId(readCertificate(root.der))).toBe(printed)
  expect(authorityKeyId(certificate)).toBe(printed)
})

it('knows no addresses and no identifiers where the extensions are something else', () => {
  const garbage = Uint8Array.of(0x30, 0x05, 0x01)
  const oids = ['2.5.29.14', '2.5.29.35', '2.5.29.31', '1.3.6.1.5.5.7.1.1']
  const odd = readCertificate(buildCertificate({ extensions: oids.map((oid) => [oid, garbage] as const) }))
  expect([subjectKeyId(odd), authorityKeyId(odd)]).toEqual([undefined, undefined])
  expect(revocationPointers(odd)).toEqual({ lists: [], responders: [], hasIndirectList: false })
})
