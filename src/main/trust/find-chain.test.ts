import { afterAll, describe, expect, it } from 'vitest'
import { readCertificate, type X509Certificate } from '../x509/certificate.ts'
import { keyUsage } from '../x509/testing/built-certificate.ts'
import {
  authorityLines,
  createOpensslFolder,
  identifierLines,
  leafLines,
  type AuthorityKind,
} from '../x509/testing/openssl-authority.ts'
import { createAssessCertificate } from './assess-certificate.ts'
import { createPool } from './pool.ts'
import {
  authority,
  authorityKey,
  basicConstraints,
  makeCertificate,
  newKey,
  subjectKey,
  type Made,
} from './testing/signed-certificate.ts'

const now = new Date('2026-11-26T08:00:00Z')

interface Given {
  readonly anchors?: readonly X509Certificate[]
  readonly others?: readonly X509Certificate[]
  readonly at?: Date
}

function assess(leaf: X509Certificate, { anchors = [], others = [], at = now }: Given) {
  const found = createAssessCertificate()(leaf, createPool(anchors, others), at)
  const chain = found.chain.map(({ subject }) => subject.fields[0]?.value)
  return 'reason' in found ? `${found.result} ${found.reason}` : `${found.result} ${chain.join(' ')}`.trim()
}

const root = makeCertificate({ name: '根', extensions: authority() })
const issuing = makeCertificate({ name: '签发', by: root, extensions: authority(0) })
const leafOf = (by: Made, fields: Partial<Parameters<typeof makeCertificate>[0]> = {}) =>
  makeCertificate({ name: '张三', by, ...fields })
const leaf = leafOf(issuing)

describe('a chain that holds', () => {
  it('is found through what lies on the token', () => {
    expect(assess(leaf, { anchors: [root], others: [issuing] })).toBe('trusted 签发 根')
  })

  it('may end at an issuing authority that somebody has chosen', () => {
    expect(assess(leaf, { anchors: [issuing] })).toBe('trusted 签发')
  })

  it('may be the trusted certificate itself', () => {
    expect(assess(root, { anchors: [root] })).toBe('trusted')
  })

  it('is found beside decoys of the same name, whatever their order', () => {
    const decoys = [1, 2, 3].map(() => makeCertificate({ name: '签发', by: root, extensions: authority(0) }))
    expect(assess(leaf, { anchors: [root], others: [...decoys, issuing] })).toBe('trusted 签发 根')
    expect(assess(leaf, { anchors: [root, ...decoys], others: [issuing] })).toBe('trusted 签发 根')
  })

  it('is found over the second way when the first one leads nowhere', () => {
    const strange = makeCertificate({ name: '外部', extensions: authority() })
    const crossSigned = makeCertificate({ name: '签发', by: strange, key: issuing.key, extensions: authority(0) })
    expect(assess(leaf, { anchors: [root], others: [crossSigned, issuing] })).toBe('trusted 签发 根')
  })

  it('is found where the issuer’s name is written otherwise', () => {
    const shouting = makeCertificate({ name: 'Root CA', extensions: authority() })
    const under = makeCertificate({
      name: 'a',
      by: { ...shouting, subject: makeCertificate({ name: 'root  ca' }).subject },
    })
    expect(assess(under, { anchors: [shouting] })).toBe('trusted Root CA')
  })
})

describe('an unknown issuer', () => {
  it('is one that nobody has chosen, whatever lies on the token', () => {
    expect(assess(leaf, { others: [issuing, root] })).toBe('unknown-issuer')
    expect(assess(leaf, { anchors: [root] })).toBe('unknown-issuer')
  })

  it('is what signs itself without being chosen', () => {
    expect(assess(makeCertificate({ name: '自签' }), { anchors: [root] })).toBe('unknown-issuer')
  })

  it('is a trusted authority of the same name with another key', () => {
    const namesake = makeCertificate({ name: '签发', extensions: authority() })
    expect(assess(leaf, { anchors: [namesake] })).toBe('unknown-issuer')
  })

  it('ends a search among authorities that have signed each other', () => {
    const [one, two] = [newKey().privateKey, newKey().privateKey]
    const first = makeCertificate({ name: '甲', key: one, extensions: authority() })
    const second = makeCertificate({ name: '乙', key: two, by: first, extensions: authority() })
    const back = makeCertificate({ name: '甲', key: one, by: second, extensions: authority() })
    expect(assess(leafOf(first), { anchors: [root], others: [first, second, back] })).toBe('unknown-issuer')
  })

  it('ends a search through very many namesakes', () => {
    const key = newKey().privateKey
    const many = Array.from({ length: 60 }, () => makeCertificate({ name: '环', key, extensions: authority() }))
    const one = many[0] ?? root
    expect(assess(leafOf(one), { anchors: [root], others: many })).toBe('unknown-issuer')
  })
})

describe('an untrusted certificate', () => {
  const under = (name: string, fields: Partial<Parameters<typeof makeCertificate>[0]>) => {
    const made = makeCertificate({ name, by: root, ...fields })
    return { anchors: [root], others: [made], leaf: leafOf(made) }
  }

  it.each([
    ['not-ca', under('无CA', {})],
    ['not-ca', under('无CA', { extensions: [keyUsage(5)] })],
    ['may-not-sign', under('用途', { extensions: [basicConstraints(), keyUsage(0)] })],
    ['authority-expired', under('过期', { extensions: authority(), notAfter: '260601000000Z' })],
    ['authority-not-yet-valid', under('未生效', { extensions: authority(), notBefore: '270101000000Z' })],
  ])('%s', (reason, { leaf: child, ...given }) => {
    expect(assess(child, given)).toBe(`untrusted ${reason}`)
  })

  it('is one whose chain is longer than an authority allows', () => {
    const tooDeep = makeCertificate({ name: '下级', by: issuing, extensions: authority() })
    const given = { anchors: [root], others: [issuing, tooDeep] }
    expect(assess(leafOf(tooDeep), given)).toBe('untrusted path-too-long')
    // The same authority with a new key does not count (RFC 5280, 6.1.4, l).
    const rekeyed = makeCertificate({ name: '签发', by: issuing, extensions: authority() })
    expect(assess(leafOf(rekeyed), { anchors: [root], others: [issuing, rekeyed] })).toBe('trusted 签发 签发 根')
  })

  it('is one that names a trusted key as its issuer’s and was not signed by it', () => {
    const identified = makeCertificate({ name: '签发', by: root, extensions: [...authority(0), subjectKey(7)] })
    const impostor = makeCertificate({ name: '签发', extensions: [...authority(0), subjectKey(7)] })
    const forged = leafOf(impostor, { extensions: [authorityKey(7)] })
    expect(assess(forged, { anchors: [root], others: [identified] })).toBe('untrusted bad-signature')
    // Of one that is not trusted itself it is not known whether its key identifier is true.
    expect(assess(forged, { others: [identified] })).toBe('unknown-issuer')
    expect(assess(forged, { anchors: [impostor], others: [identified] })).toBe('trusted 签发')
  })

  it('is one below a trusted authority that has expired since', () => {
    const at = new Date('2028-06-01T00:00:00Z')
    expect(assess(leaf, { anchors: [root], others: [issuing], at })).toBe('untrusted authority-expired')
  })
})

describe('what is not understood is never called untrusted:', () => {
  it.each([
    ['name constraints', { extensions: [...authority(), ['2.5.29.30', Uint8Array.of(0x30, 0x00), true] as const] }],
    ['a critical extension', { extensions: [...authority(), ['1.2.3.4', Uint8Array.of(0x05, 0x00), true] as const] }],
  ])('%s of an authority', (_name, fields) => {
    const odd = makeCertificate({ name: '特别', by: root, ...fields })
    expect(assess(leafOf(odd), { anchors: [root], others: [odd] })).toMatch(/^unsupported/)
  })

  it('a critical extension of the certificate; one that is not critical may be passed over', () => {
    const value = Uint8Array.of(0x05, 0x00)
    const critical = leafOf(issuing, { extensions: [['1.2.3.4', value, true]] })
    const other = leafOf(issuing, { extensions: [['1.2.3.4', value]] })
    const given = { anchors: [root], others: [issuing] }
    expect([assess(critical, given), assess(other, given)]).toEqual([
      'unsupported critical-extension',
      'trusted 签发 根',
    ])
  })
})

it('does not answer for one instant what was found for another, nor for one pool what was found in another', () => {
  const assessCertificate = createAssessCertificate()
  const pool = createPool([root], [issuing])
  const results = [now, new Date('2028-01-01T00:00:00Z'), new Date('2028-01-01T00:00:01Z'), now].map(
    (at) => assessCertificate(leaf, pool, at).result,
  )
  expect(results).toEqual(['trusted', 'trusted', 'untrusted', 'trusted'])
  expect(assessCertificate(leaf, createPool([], [issuing, root]), now).result).toBe('unknown-issuer')
})

describe('chains made by openssl', () => {
  const folder = createOpensslFolder()
  afterAll(folder.remove)

  it.each<AuthorityKind>(['RSA 2048', 'RSA-PSS', 'P-256', 'P-384', 'SM2'])('%s', (kind) => {
    const top = folder.issue({ kind, subject: '/CN=根', extensions: [...authorityLines, 'subjectKeyIdentifier=hash'] })
    const middle = folder.issue({
      kind,
      subject: '/CN=签发',
      issuer: top,
      extensions: [...authorityLines, ...identifierLines],
    })
    const end = folder.issue({
      kind,
      subject: '/CN=张三',
      issuer: middle,
      extensions: [...leafLines, ...identifierLines],
    })
    const [anchor, issuer, certificate] = [top, middle, end].map(({ der }) => readCertificate(der))
    if (anchor === undefined || issuer === undefined || certificate === undefined) throw new Error('not made')
    const at = new Date()
    expect(assess(certificate, { anchors: [anchor], others: [issuer], at })).toBe('trusted 签发 根')
    expect(assess(certificate, { others: [issuer, anchor], at })).toBe('unknown-issuer')
  })

  it('a signature by SHA-1 is too weak, that of the trusted root itself does not matter', () => {
    const kind = 'RSA SHA-1'
    const top = folder.issue({ kind, subject: '/CN=旧根', extensions: authorityLines })
    const end = folder.issue({ kind: 'P-256', subject: '/CN=张三', issuer: top, extensions: leafLines })
    const fine = folder.issue({ kind: 'P-256', subject: '/CN=李四', issuer: { ...top, kind: 'RSA 2048' } })
    const anchors = [readCertificate(top.der)]
    const at = new Date()
    expect(assess(readCertificate(end.der), { anchors, at })).toBe('untrusted weak')
    expect(assess(readCertificate(fine.der), { anchors, at })).toBe('trusted 旧根')
  })
})
