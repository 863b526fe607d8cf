import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openssl } from '../x509/testing/openssl.ts'
import { createAssessCertificate } from './assess-certificate.ts'
import { createPool } from './pool.ts'
import { trustedSet } from './trusted-set.ts'

const debian = '/usr/share/ca-certificates'

it('holds the certificates of Debian’s package, with the fingerprints that openssl computes', () => {
  for (const { certificate, source = '', chosenBy } of trustedSet()) {
    const file = `${debian}/${source.replace('Debian ca-certificates, ', '')}`
    const printed = openssl(['x509', '-in', file, '-noout', '-fingerprint', '-sha256'])
    expect(printed.trim().split('=')[1]?.replaceAll(':', '').toLowerCase()).toBe(certificate.sha256)
    expect(openssl(['x509', '-in', file, '-outform', 'PEM'])).toBe(readFileSync(file, 'utf8'))
    expect([chosenBy, certificate.extensions.isCa, certificate.trailingOctets]).toEqual(['program', true, 0])
  }
})

it('holds CAs of China only, each of which has signed its own certificate', () => {
  const anchors = trustedSet().map(({ certificate }) => certificate)
  expect(anchors.map(({ subject }) => subject.fields.find(({ name }) => name === 'CN')?.value)).toEqual([
    'BJCA Global Root CA1',
    'BJCA Global Root CA2',
    'CFCA EV ROOT',
    'GDCA TrustAUTH R5 ROOT',
    'TrustAsia Global Root CA G3',
    'TrustAsia Global Root CA G4',
    'UCA Extended Validation Root',
    'UCA Global G2 Root',
    'vTrus ECC Root CA',
    'vTrus Root CA',
  ])
  for (const { subject } of anchors) expect(subject.fields).toContainEqual({ name: 'C', value: 'CN' })
  const pool = createPool(anchors, [])
  for (const anchor of anchors) expect(createAssessCertificate()(anchor, pool, new Date()).result).toBe('trusted')
})
