import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeTlsCertificates } from '../testing/tls-certificates.ts'
import { holdsPin, isPin, pinOf } from './spki-pins.ts'

const { root, otherRoot } = makeTlsCertificates()
const [one, other] = [new X509Certificate(root), new X509Certificate(otherRoot)]

it('is what openssl makes of the key', () => {
  const key = execFileSync('openssl', ['x509', '-noout', '-pubkey'], { input: root })
  const der = execFileSync('openssl', ['pkey', '-pubin', '-outform', 'DER'], { input: key })
  expect(pinOf(one)).toBe(execFileSync('openssl', ['dgst', '-sha256', '-binary'], { input: der }).toString('base64'))
})

it('has to be in the chain, where there is one', () => {
  const pins = ['A'.repeat(43) + '=', pinOf(other)]
  expect([holdsPin([one], pins), holdsPin([one, other], pins), holdsPin([one], []), holdsPin([], pins)]).toEqual([
    false,
    true,
    true,
    false,
  ])
})

it('is the base64 of 32 octets, and nothing like it', () => {
  expect(isPin(pinOf(one))).toBe(true)
  const wrong = [
    '',
    'AAAA',
    pinOf(one).slice(0, -1),
    `${pinOf(one)} `,
    `sha256/${pinOf(one)}`,
    'A'.repeat(44),
    'A'.repeat(42) + 'B=',
  ]
  expect(wrong.filter(isPin)).toEqual([])
})
