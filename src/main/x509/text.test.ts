import { expect, it } from 'vitest'
import { tags } from './der.ts'
import { readText } from './text.ts'

/** 济南 in GBK. */
const gbk = 'bcc3c4cf'

function text(tag: number, hex: string): string {
  const content = Buffer.from(hex, 'hex')
  return readText({ tag, content, whole: content })
}

it.each([
  ['UTF8String', tags.utf8String, Buffer.from('济南').toString('hex'), '济南'],
  ['UTF8String that holds GBK octets', tags.utf8String, gbk, '济南'],
  ['PrintableString that holds GBK octets', 0x13, gbk, '济南'],
  ['T61String that holds GBK octets', 0x14, gbk, '济南'],
  ['T61String that holds UTF-8', 0x14, Buffer.from('济南').toString('hex'), '济南'],
  ['PrintableString', 0x13, '434e', 'CN'],
  ['IA5String', 0x16, '61406225', 'a@b%'],
  ['NumericString', 0x12, '3132', '12'],
  ['VisibleString', 0x1a, '7e', '~'],
  ['BMPString', tags.bmpString, '6d4e5357', '济南'],
  ['BMPString of an odd length', tags.bmpString, '6d4e53', '济\uFFFD'],
  ['UniversalString', tags.universalString, '00006d4e0001f511', '济🔑'],
  ['UniversalString beyond Unicode', tags.universalString, '00110000', '\uFFFD'],
  ['string with a GB 18030 four-octet character', tags.utf8String, '8139ee39', '㐀'],
  ['empty string', tags.utf8String, '', ''],
])('reads a %s', (_name, tag, hex, expected) => {
  expect(text(tag, hex)).toEqual(expected)
})

it('shows what is no string as hex', () => {
  expect(text(tags.integer, '01ff')).toBe('01ff')
  expect(text(tags.octetString, '3132')).toBe('3132')
})

it('reads a string whose octets are neither UTF-8 nor GB 18030 without failing', () => {
  expect(text(tags.utf8String, 'ff')).toBe('\uFFFD')
})
