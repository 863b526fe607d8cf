import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { readCertificate } from './certificate.ts'
import { readElement, readElements, tags, writeElement } from './der.ts'
import type { PublicKey } from './public-key.ts'
import { isSm2Signature } from './sm2-signature.ts'
import { openssl } from './testing/openssl.ts'
import { authorityLines, createOpensslFolder, leafLines, type AuthorityKind } from './testing/openssl-authority.ts'
import { isWeak, verifyCertificate, verifySignature } from './verify-signature.ts'

const folder = createOpensslFolder()
afterAll(folder.remove)

const kinds: readonly AuthorityKind[] = ['RSA 2048', 'RSA-PSS', 'RSA SHA-1', 'P-256', 'P-384', 'SM2']
const issued = new Map(
  kinds.map((kind) => {
    const authority = folder.issue({ kind, subject: `/CN=${kind}`, extensions: authorityLines })
    const leaf = folder.issue({ kind: 'P-256', subject: '/CN=张三', issuer: authority, extensions: leafLines })
    return [kind, { authority: readCertificate(authority.der), leaf: readCertificate(leaf.der) }] as const
  }),
)
const pair = (kind: AuthorityKind) => {
  const found = issued.get(kind)
  if (found === undefined) throw new Error(kind)
  return found
}
const changed = (octets: Uint8Array, index: number) => octets.map((octet, at) => (at === index ? octet ^ 1 : octet))

describe.each(kinds)('what an authority with %s signs', (kind) => {
  const { authority, leaf } = pair(kind)
  const key = authority.publicKey

  it('is valid, and so is its own signature', () => {
    expect([verifyCertificate(leaf, key), verifyCertificate(authority, key)]).toEqual(['valid', 'valid'])
  })

  it('is invalid with one bit of it changed, or one bit of the signature', () => {
    const { octets, signature } = leaf.proof
    const verdicts = [40, octets.length - 3].map((at) =>
      verifySignature({ ...leaf.proof, octets: changed(octets, at) }, key),
    )
    const broken = verifySignature({ ...leaf.proof, signature: changed(signature, signature.length - 1) }, key)
    expect([...verdicts, broken]).toEqual(['invalid', 'invalid', 'invalid'])
  })

  it('is invalid for every other key', () => {
    for (const other of kinds.filter((one) => one !== kind)) {
      const verdict = verifyCertificate(leaf, pair(other).authority.publicKey)
      expect([other, verdict]).not.toEqual([other, 'valid'])
    }
  })
})

it('does not take a signature whose algorithm outside is not the signed one', () => {
  const { authority, leaf } = pair('P-256')
  const other = pair('RSA 2048').leaf.proof.algorithm
  const forged = { ...leaf, proof: { ...leaf.proof, algorithm: other } }
  expect(verifyCertificate(forged, authority.publicKey)).toBe('invalid')
  const relabelled = { ...leaf, signedAlgorithm: other.der }
  expect(verifyCertificate(relabelled, authority.publicKey)).toBe('invalid')
})

it('never calls invalid what it cannot verify', () => {
  const { authority, leaf } = pair('P-256')
  const unknown = { ...leaf.proof, algorithm: { ...leaf.proof.algorithm, oid: '1.3.6.1.4.1.2.267.7.4.4' } }
  const ownKind: PublicKey = { ...authority.publicKey, algorithm: 'other' }
  const unknownCurve: PublicKey = { ...authority.publicKey, algorithm: 'ec', spki: Uint8Array.of(0x30, 0x00) }
  const onSm2Curve = pair('SM2').authority.publicKey
  expect([
    verifySignature(unknown, authority.publicKey),
    verifySignature(leaf.proof, ownKind),
    verifySignature(leaf.proof, unknownCurve),
    verifySignature(leaf.proof, onSm2Curve),
  ]).toEqual(['unsupported', 'unsupported', 'unsupported', 'unsupported'])
})

it('calls weak what is signed by SHA-1, and nothing else here', () => {
  expect(kinds.filter((kind) => isWeak(pair(kind).leaf.proof))).toEqual(['RSA SHA-1'])
})

describe('a signature of SM2', () => {
  const { signature } = pair('SM2').leaf.proof
  const [r, s] = readElements(readElement(signature).content)
  const write = (...numbers: readonly (Uint8Array | undefined)[]) =>
    writeElement(tags.sequence, ...numbers.flatMap((number) => number ?? []))
  const number = (...octets: readonly number[]) => writeElement(tags.integer, Uint8Array.from(octets))

  it('is SEQUENCE { r, s }', () => {
    expect([isSm2Signature(signature), isSm2Signature(write(r?.whole, s?.whole))]).toEqual([true, true])
  })

  it.each([
    ['an octet after its end', Uint8Array.from([...signature, 0])],
    ['nothing', Uint8Array.of()],
    ['an octet too few', signature.subarray(0, -1)],
    ['one number', write(r?.whole)],
    ['three numbers', write(r?.whole, s?.whole, s?.whole)],
    ['a zero', write(r?.whole, number(0))],
    ['a negative number', write(r?.whole, number(0x80))],
    ['an empty number', write(r?.whole, number())],
    ['a number with a needless zero', write(r?.whole, number(0, 1))],
    ['a number of 34 octets', write(r?.whole, number(1, ...new Uint8Array(33)))],
    ['a length in more octets than needed', Uint8Array.of(0x30, 0x81, 6, 2, 1, 1, 2, 1, 1)],
    ['64 octets, as a token makes it', new Uint8Array(64).fill(7)],
  ])('is none with %s', (_name, octets) => {
    const { authority, leaf } = pair('SM2')
    expect(isSm2Signature(octets)).toBe(false)
    expect(verifySignature({ ...leaf.proof, signature: octets }, authority.publicKey)).toBe('invalid')
  })

  it('is invalid, and nothing is thrown, for a point that is not on the curve', () => {
    const { authority, leaf } = pair('SM2')
    const spki = changed(authority.publicKey.spki, authority.publicKey.spki.length - 1)
    expect(verifySignature(leaf.proof, { ...authority.publicKey, spki })).toBe('invalid')
  })

  it.each([
    ['1234567812345678', 'valid'],
    ['1234567812345679', 'invalid'],
    ['', 'invalid'],
  ])('made by openssl with the id %j is %s', (id, verdict) => {
    const signer = folder.issue({ kind: 'SM2', subject: '/CN=id', extensions: authorityLines })
    writeFileSync(folder.path('text'), 'text')
    const options = ['-inkey', signer.keyFile, '-in', folder.path('text'), '-rawin', '-digest', 'sm3']
    const identity = id === '' ? [] : ['-pkeyopt', `distid:${id}`]
    openssl(['pkeyutl', '-sign', ...options, ...identity, '-out', folder.path('signature')])
    const { algorithm } = pair('SM2').leaf.proof
    const signed = { octets: Buffer.from('text'), algorithm, signature: readFileSync(folder.path('signature')) }
    expect(verifySignature(signed, readCertificate(signer.der).publicKey)).toBe(verdict)
  })
})
