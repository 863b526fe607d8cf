import { describe, expect, it } from 'vitest'
import { readCertificate } from '../x509/certificate.ts'
import { tags, writeElement } from '../x509/der.ts'
import { buildCertificate, commonName, utf8Entry, type CertificateFields } from '../x509/testing/built-certificate.ts'
import { holderOf } from './holder.ts'

const creditCode = '91370100MA3C4D5E6K'
const personalId = '370102199003078812'
const masked = '370***********8812'
const creditCodeOid = '1.2.156.10260.4.1.4'
const personalIdOid = '1.2.156.10260.4.1.1'
const organisation = '2.5.4.10'

const holder = (fields: Partial<CertificateFields>) => holderOf(readCertificate(buildCertificate(fields)))
const printable = (text: string) => writeElement(0x13, Buffer.from(text))
const someone = [utf8Entry(commonName, '张三')]

describe('name', () => {
  it.each([
    ['the common name', [utf8Entry(organisation, '单位'), utf8Entry(commonName, '张三')], '张三'],
    ['else the organisation', [utf8Entry('2.5.4.11', '财务部'), utf8Entry(organisation, '单位')], '单位'],
    ['else the unit', [utf8Entry('2.5.4.6', 'CN'), utf8Entry('2.5.4.11', '财务部')], '财务部'],
    ['empty when nobody is named', [], ''],
    [
      'the organisation where the common name is blank',
      [utf8Entry(commonName, ' '), utf8Entry(organisation, '单位')],
      '单位',
    ],
    ['whole with 200 characters', [utf8Entry(commonName, '济'.repeat(200))], '济'.repeat(200)],
    ['read from GBK octets', [[commonName, tags.utf8String, Buffer.from('bcc3c4cf', 'hex')] as const], '济南'],
  ])('is %s', (_name, subject, expected) => {
    expect(holder({ subject }).name).toBe(expected)
  })
})

describe('credit code', () => {
  it.each([
    ['PrintableString', printable(creditCode)],
    ['UTF8String', writeElement(tags.utf8String, Buffer.from(creditCode))],
    ['BMPString', writeElement(tags.bmpString, Buffer.from(creditCode, 'utf16le').swap16())],
    ['OCTET STRING', writeElement(tags.octetString, Buffer.from(creditCode))],
    ['bare text', Buffer.from(creditCode)],
    ['implicitly tagged string', writeElement(0x80, Buffer.from(creditCode))],
    ['explicitly tagged string', writeElement(0xa0, printable(creditCode))],
    ['sequence of one string', writeElement(tags.sequence, printable(creditCode))],
  ])('is found in an extension that is a %s', (_name, value) => {
    expect(holder({ subject: someone, extensions: [[creditCodeOid, value]] })).toEqual({
      name: '张三',
      kind: 'organisation',
      creditCode,
    })
  })

  it('is found in a subject field that consists of it', () => {
    const subject = [utf8Entry(organisation, '单位'), utf8Entry('2.5.4.5', creditCode)]
    expect(holder({ subject })).toEqual({ name: '单位', organisation: '单位', kind: 'organisation', creditCode })
  })

  it.each([
    ['longer', `${creditCode}9`],
    ['shorter', creditCode.slice(1)],
    ['written with letters that no code has', '91370100MI3C4D5E6K'],
  ])('is not seen in a number that is %s', (_name, text) => {
    expect(holder({ subject: someone, extensions: [[creditCodeOid, printable(text)]] }).creditCode).toBeUndefined()
    expect(holder({ subject: [utf8Entry('2.5.4.5', text)] }).creditCode).toBeUndefined()
  })

  it('may be all digits', () => {
    const digits = '913701007654321098'
    const expected = { name: '张三', kind: 'organisation', creditCode: digits }
    expect(holder({ subject: someone, extensions: [[creditCodeOid, printable(digits)]] })).toEqual(expected)
    expect(holder({ subject: [...someone, utf8Entry('2.5.4.5', digits)] })).toEqual(expected)
  })

  it('is no person’s id, wherever that stands', () => {
    const everywhere = holder({
      subject: [...someone, utf8Entry('2.5.4.5', personalId)],
      extensions: [[creditCodeOid, printable(personalId)]],
    })
    expect(everywhere).toEqual({ name: '张三', kind: 'personal', maskedPersonalId: masked })
  })
})

describe('personal id', () => {
  it.each([
    ['PrintableString', printable(personalId)],
    ['BMPString', writeElement(tags.bmpString, Buffer.from(personalId, 'utf16le').swap16())],
    ['bare text', Buffer.from(personalId)],
    ['implicitly tagged string (GM/T 0015)', writeElement(0x80, Buffer.from(personalId))],
    ['explicitly tagged string', writeElement(0xa0, printable(personalId))],
    ['string with a type before the number', printable(`SF${personalId}`)],
  ])('is masked when it is a %s', (_name, value) => {
    expect(holder({ subject: someone, extensions: [[personalIdOid, value]] })).toEqual({
      name: '张三',
      kind: 'personal',
      maskedPersonalId: masked,
    })
  })

  it('is masked with its X', () => {
    const extensions = [[personalIdOid, printable('11010519491231002X')] as const]
    expect(holder({ subject: someone, extensions }).maskedPersonalId).toBe('110***********002X')
  })

  it('is masked in the names, also inside other text', () => {
    const subject = [
      utf8Entry(commonName, `041@0${personalId}@张三@00000001`),
      utf8Entry(organisation, `户${personalId}`),
    ]
    expect(holder({ subject })).toMatchObject({ name: `041@0${masked}@张三@00000001`, organisation: `户${masked}` })
  })

  it('is masked in the name also when only the extension tells that it is one', () => {
    const number = '123456789012345678'
    const extensions = [[personalIdOid, printable(number)] as const]
    expect(holder({ subject: [utf8Entry(commonName, number)], extensions })).toEqual({
      name: '123***********5678',
      kind: 'personal',
      maskedPersonalId: '123***********5678',
    })
  })
})

it('is of an organisation when both numbers are there, and of nobody known when there is nothing', () => {
  const extensions = [
    [creditCodeOid, printable(creditCode)],
    [personalIdOid, printable(personalId)],
  ] as const
  expect(holder({ subject: someone, extensions })).toMatchObject({ kind: 'organisation', maskedPersonalId: masked })
  expect(holder({ subject: someone }).kind).toBe('unknown')
  expect(holder({ subject: [utf8Entry(organisation, '单位')] }).kind).toBe('organisation')
})
