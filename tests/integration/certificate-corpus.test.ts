/** Odd certificates and garbage, as tokens really hold them: read as openssl reads them, never a crash, never a wrong 正常. */
import * as fc from 'fast-check'
import { X509Certificate as NodeCertificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { describeCards } from '../../src/main/certificates/cards.ts'
import { storedCertificate, tokenWith } from '../../src/main/certificates/testing/stored-certificate.ts'
import { createAssessCertificate } from '../../src/main/trust/assess-certificate.ts'
import { describeTrust, type Assess } from '../../src/main/trust/describe-trust.ts'
import { createPool } from '../../src/main/trust/pool.ts'
import { authority, makeCertificate } from '../../src/main/trust/testing/signed-certificate.ts'
import { readCertificate, readExactCertificate } from '../../src/main/x509/certificate.ts'
import { tags, writeElement } from '../../src/main/x509/der.ts'
import { commonName, keyUsage, utf8Entry, writeTime } from '../../src/main/x509/testing/built-certificate.ts'
import { authorityLines, createOpensslFolder, leafLines } from '../../src/main/x509/testing/openssl-authority.ts'
import { openssl } from '../../src/main/x509/testing/openssl.ts'
import { opinionOfOpenssl, ourOpinion } from '../../src/main/x509/testing/openssl-opinion.ts'

const folder = createOpensslFolder()
afterAll(folder.remove)

/** Later than the second in which openssl issues: what it has issued is valid then. */
const now = new Date(Date.now() + 3_600_000)
const root = makeCertificate({ name: '根', extensions: authority(), notAfter: '20901231000000Z' })
const sm2Root = folder.issue({ kind: 'SM2', subject: '/CN=国密根', extensions: authorityLines })
const sm2Leaf = folder.issue({
  kind: 'SM2',
  subject: '/CN=国密用户',
  issuer: sm2Root,
  extensions: leafLines,
  days: 300,
})
const anchors = [root, readCertificate(sm2Root.der)]
const signs = { by: root, extensions: [keyUsage(0)], notAfter: '20901231000000Z' } as const
const make = (fields: Partial<Parameters<typeof makeCertificate>[0]>) =>
  makeCertificate({ name: '张三', ...signs, ...fields }).der
const gbk = Buffer.from('d5c5c8fd', 'hex')

/** Each well-formed, signed by an authority that is trusted here. */
const odd: readonly (readonly [string, Uint8Array])[] = [
  ['ordinary', make({})],
  ['SM2', sm2Leaf.der],
  ['a name in BMPString', make({ subject: [[commonName, tags.bmpString, Buffer.from('5f204e09', 'hex')]] })],
  ['a name of 200 characters', make({ subject: [utf8Entry(commonName, '济'.repeat(200))] })],
  ['GeneralizedTime after 2050', make({ notAfter: '20551231235959Z' })],
  ['a negative serial number', make({ serialNumber: Uint8Array.of(0x8f, 0x01) })],
  ['a serial number of 20 octets', make({ serialNumber: Uint8Array.from([0x7f, ...new Uint8Array(19).fill(0xe1)]) })],
  ['an empty subject', make({ subject: [] })],
]
/** openssl prints these octets as they are; GB 18030 is what they mean. */
const gbkName = make({ subject: [[commonName, tags.utf8String, gbk]] })

function assessWith(trusted: typeof anchors): Assess {
  const pool = createPool(trusted, [])
  const assess = createAssessCertificate()
  return (certificate, at) => describeTrust(assess(certificate, pool, at), pool, { state: 'not-checked' })
}
const realAssess = assessWith(anchors)
const alwaysTrusted: Assess = () => ({ result: 'trusted', chain: [], revocation: { state: 'not-checked' } })

function statusOf(octets: Uint8Array, assess = realAssess): string | undefined {
  return describeCards(tokenWith([storedCertificate(octets)]), now, { assess })[0]?.certificates[0]?.status
}

describe('a certificate with', () => {
  it.each(odd)('%s is 正常, and every field of it is what openssl reads', (_name, der) => {
    expect(statusOf(der)).toBe('valid')
    expect(statusOf(der, assessWith([]))).toBe('in-period')
    expect(ourOpinion(readCertificate(der))).toEqual(opinionOfOpenssl(der))
  })

  it('GBK octets in a UTF8String is 正常 and readable', () => {
    expect([statusOf(gbkName), readCertificate(gbkName).subject.fields[0]?.value]).toEqual(['valid', '张三'])
  })
})

describe('nothing but an exact certificate is read:', () => {
  const der = make({})
  it.each([
    ['PEM in the place of DER', Buffer.from(openssl(['x509', '-inform', 'DER'], der))],
    ['an octet after the end', Uint8Array.from([...der, 0])],
    ['two certificates', Buffer.concat([der, der])],
    ['one cut off', der.subarray(0, -1)],
    ['one within another sequence', writeElement(tags.sequence, der)],
    ['nothing', Uint8Array.of()],
    ['a megabyte of zeros', new Uint8Array(1 << 20)],
    ['a megabyte of sequences', new Uint8Array(1 << 20).fill(0x30)],
    ['a megabyte of deep lengths', Uint8Array.from({ length: 1 << 20 }, (_, index) => (index % 2 === 0 ? 0x30 : 0x80))],
    ['a certificate and a megabyte', Buffer.concat([der, new Uint8Array(1 << 20)])],
  ])('%s', (_name, octets) => {
    expect(statusOf(octets)).toBe('unreadable')
    expect(statusOf(octets, alwaysTrusted)).toBe('unreadable')
  })
})

const mozilla = '/usr/share/ca-certificates/mozilla'

it('every certificate of Debian’s ca-certificates, field by field', () => {
  const names = readdirSync(mozilla).filter((name) => name.endsWith('.crt'))
  expect(names.length).toBeGreaterThan(100)
  for (const name of names) {
    const der = new NodeCertificate(readFileSync(join(mozilla, name))).raw
    expect([name, ourOpinion(readCertificate(der))]).toEqual([name, opinionOfOpenssl(der)])
  }
})

/** What becomes of octets that lie on a token for years, and what somebody may make of them on purpose. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('bits' as const), at: fc.nat(), value: fc.integer({ min: 1, max: 255 }) }),
  fc.record({
    kind: fc.constant('set' as const),
    at: fc.nat(),
    value: fc.constantFrom(0, 0x30, 0x7f, 0x80, 0x84, 0xff),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), value: fc.nat(64) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), value: fc.integer({ min: 1, max: 64 }) }),
  fc.record({ kind: fc.constant('length' as const), at: fc.nat(), value: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ kind: fc.constant('nest' as const), at: fc.nat(), value: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant('append' as const), at: fc.nat(), value: fc.nat(255) }),
)
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

function mutate(octets: Uint8Array, { kind, at, value }: Mutation): Uint8Array {
  const index = octets.length === 0 ? 0 : at % octets.length
  const replaced = (octet: number) => octets.map((old, place) => (place === index ? octet : old))
  const old = octets[index] ?? 0
  switch (kind) {
    case 'bits':
      return replaced(old ^ value)
    case 'set':
      return replaced(value)
    case 'length':
      return replaced((old + value) & 255)
    case 'cut':
      return Buffer.concat([octets.subarray(0, index), octets.subarray(index + value)])
    case 'repeat':
      return Buffer.concat([octets.subarray(0, index), octets.subarray(index, index + value), octets.subarray(index)])
    case 'append':
      return Uint8Array.from([...octets, value])
    case 'nest':
      return Array.from({ length: value }).reduce<Uint8Array>((inner) => writeElement(tags.sequence, inner), octets)
  }
}

const originals = [...odd.map(([, der]) => der), gbkName, root.der]

it('fifteen thousand damaged certificates: no crash, and 正常 only for what openssl takes and the authority has signed', () => {
  let read = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...originals),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      (original, steps) => {
        const octets = steps.reduce(mutate, original)
        const [status, lenient] = [statusOf(octets), statusOf(octets, alwaysTrusted)]
        if (lenient !== 'unreadable') read += 1
        if (status === 'valid') expect(isOriginal(octets) || (isTakenByOpenssl(octets) && isSigned(octets))).toBe(true)
      },
    ),
    { numRuns: 15_000 },
  )
  // The test would say nothing if all of it were unreadable.
  expect(read).toBeGreaterThan(1000)
})

/** A mutation may change nothing. OpenSSL refuses to read GBK octets in a UTF8String; the signature holds over them. */
function isOriginal(octets: Uint8Array): boolean {
  return originals.some((one) => Buffer.from(one).equals(octets))
}

/** Exactly one certificate, by OpenSSL's own reader. */
function isTakenByOpenssl(octets: Uint8Array): boolean {
  try {
    return new NodeCertificate(octets).raw.length === octets.length
  } catch {
    return false
  }
}

/** By Node, which shares nothing with our verification; SM2 it cannot. */
function isSigned(octets: Uint8Array): boolean {
  return new NodeCertificate(octets).verify(new NodeCertificate(root.der).publicKey)
}

it('any octets: no crash, never 正常', () => {
  const octets = fc.uint8Array({ maxLength: 2000 })
  const shaped = octets.map((content) =>
    writeElement(tags.sequence, writeElement(tags.sequence, content), writeTime('260101000000Z')),
  )
  fc.assert(
    fc.property(fc.oneof(octets, shaped), (junk) => {
      expect(statusOf(junk, alwaysTrusted)).toBe('unreadable')
      expect(readExactCertificate(junk)).toBeUndefined()
    }),
    { numRuns: 3000 },
  )
})
