import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact } from './redact.ts'

const digitsOf = (min: number, max: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((digits) => digits.join(''))

/** What may stand beside a number in a message; no digit, for then it would be another number. */
const beside = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-',
    '_',
    '"',
    "'",
    ':',
    '=',
    ',',
    '.',
    '/',
    '+86',
    '+86 ',
    '0086',
    '码',
    '@',
    '\\',
    '#',
    '(',
    '[',
  ),
  fc.constantFrom('pin=', 'PIN', 'code', 'tel:', 'x', 'is', ' no', '号码', '&', 'Zhang'),
)
const around = fc.tuple(beside, beside)

function expectHidden(number: fc.Arbitrary<string>) {
  const hidden = fc.property(number, around, (secret, [before, after]) => {
    expect(redact(`${before}${secret}${after}`)).not.toContain(secret)
  })
  fc.assert(hidden, { numRuns: 2000 })
}

describe('never shows', () => {
  it('a phone number', () => {
    expectHidden(digitsOf(9, 9).map((rest) => `13${rest}`))
  })
  it('a person’s id', () => {
    expectHidden(fc.tuple(digitsOf(17, 17), fc.constantFrom('0', '7', 'X', 'x')).map((parts) => parts.join('')))
  })
  it('what may be a PIN or a code', () => {
    expectHidden(digitsOf(4, 12))
  })
  it('a longer number', () => {
    expectHidden(digitsOf(13, 40))
  })
  it('a bearer token', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9._~+/=-]{8,60}$/)
    const hidden = fc.property(
      token,
      fc.constantFrom('Bearer ', 'bearer ', 'Authorization: Bearer  '),
      (secret, before) => {
        expect(redact(`x ${before}${secret} y`)).not.toContain(secret)
      },
    )
    fc.assert(hidden, { numRuns: 1000 })
  })
})

it.each([
  ['call 13812345678 now', 'call [phone] now'],
  ['call +8613812345678', 'call +[digits]'],
  ['id 37010219900307881X', 'id [person]'],
  ['pin_123456 PIN123456 pin 123456-', 'pin_[digits] PIN[digits] pin [digits]-'],
  ['PHONE13812345678', 'PHONE[phone]'],
  ['2026-99-12 is no date', '[digits]-99-12 is no date'],
  ['Authorization: Bearer abc.def', 'Authorization: Bearer [token]'],
  ['code 1234, 12345678901234567890', 'code [digits], [digits]'],
  ['a -----BEGIN EC PRIVATE KEY----- ⏎ Zm9v ⏎ -----END EC PRIVATE KEY----- b', 'a [pem] b'],
  ['a -----BEGIN PRIVATE KEY----- ⏎ Zm9v', 'a [pem]'],
  ['sent eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0. now', 'sent [jwt] now'],
  ['Authorization: Basic ZGVtbzpkZW1v ok', 'Authorization: Basic [token] ok'],
  ['newPin=ab7x, password: "a b" 密码：甲乙丙', 'newPin=[secret], password: [secret] 密码：[secret]'],
  ['proxy http://zhang:p@ss@proxy:80/', 'proxy http://[account]@proxy:80/'],
  ['proxy zhang:secret@proxy.example', 'proxy [account]@proxy.example'],
  ['GET /orders?id=R7&name=a%20b ok', 'GET /orders?id=[value]&name=[value] ok'],
  ['from zhang.san@example.com.', 'from [email].'],
  ['C:\\Users\\Zhang San\\AppData\\a.dll', '~\\AppData\\a.dll'],
  ['/home/zhang/lib.so and /Users/li/b', '~/lib.so and ~/b'],
  ['subject CN=张三, O=某公司, C=CN', 'subject CN=[name], O=[name], C=CN'],
  [`key ${'Zm9vQmFy'.repeat(6)} end`, 'key [blob] end'],
  [`key ${'0f'.repeat(48)} end`, 'key [blob] end'],
  ['tel MTM4MTIzNDU2Nzg= in base64', 'tel [encoded] in base64'],
  ['tel %31%33%38%31%32 in a form', 'tel [encoded] in a form'],
])('writes %s as %s', (text, expected) => {
  expect(redact(text)).toBe(expected)
})

it.each([
  '2026-11-23',
  '2026-11-23T08:00:00.000Z renewal',
  'token.pinIncorrect {"triesLeft":2}',
  'took 999 ms, 12 of 100',
  'CKR_PIN_INCORRECT (0x000000a0)',
  '0x80000000',
  'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'renewal 5e0e8c5c-7b1c-4f5e-9d2a-123456789012',
  'renewal 12345678-1234-4234-9234-123456789012',
  'Electron 45.4.1 on 10.0.26',
  'Windows 10.0.26100, Chromium 142.0.7444.52',
  'token ****2231',
  '/usr/lib/x86_64-linux-gnu/pkcs11/libsofthsm2-module.so',
  '/opt/apps/com.vendor/ShuttleCsp11/HuaDaDriver.so',
  'platform POST /orders/{orderId}/verifications 200 in 143 ms',
  'serial number 5e9017d35e9017d35e9017d35e9017d3',
  '',
])('leaves %j as it is', (text) => {
  expect(redact(text)).toBe(text)
})

it('leaves dates, UUIDs and hashes as they are', () => {
  const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  const hash = fc.stringMatching(/^[0-9a-f]{64}$/).filter((text) => /[a-f]/.test(text))
  const kept = fc.property(date, fc.uuid(), hash, (at, id, sha256) => {
    const text = `${at.toISOString()} renewal ${id} certificate ${sha256}`
    expect(redact(text)).toBe(text)
  })
  fc.assert(kept, { numRuns: 500 })
})
