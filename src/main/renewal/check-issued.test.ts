import { afterAll, describe, expect, it } from 'vitest'
import { readCertificate } from '../x509/certificate.ts'
import {
  authorityLines,
  createOpensslFolder,
  leafLines,
  type AuthorityKind,
  type OpensslCertificate,
} from '../x509/testing/openssl-authority.ts'
import { refuseIssued, type Expectation } from './check-issued.ts'

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
