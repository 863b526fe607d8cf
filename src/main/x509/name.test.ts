import { expect, it } from 'vitest'
import { DerError, readElement, tags, writeElement, writeObjectIdentifier } from './der.ts'
import { fieldOf, readName } from './name.ts'
import { commonName, utf8Entry, writeName, type NameEntry } from './testing/built-certificate.ts'

const read = (entries: readonly NameEntry[]) => readName(readElement(writeName(entries)))
const organisation = '2.5.4.10'

it('keeps the fields in their order and the octets as they were', () => {
  const entries = [
    ['2.5.4.6', 0x13, Buffer.from('CN')],
    utf8Entry('2.5.4.8', '山东省'),
    utf8Entry('2.5.4.7', '济南市'),
    [organisation, tags.bmpString, Buffer.from('6d4e5357', 'hex')],
    ['2.5.4.11', 0x14, Buffer.from('bcc3c4cf', 'hex')],
    utf8Entry(commonName, '张三'),
    ['1.2.840.113549.1.9.1', 0x16, Buffer.from('a@example.cn')],
    utf8Entry('1.2.156.10260.4.1.4', '91370100MA3C4D5E6K'),
  ] as const
  expect(read(entries)).toEqual({
    fields: [
      { name: 'C', value: 'CN' },
      { name: 'ST', value: '山东省' },
      { name: 'L', value: '济南市' },
      { name: 'O', value: '济南' },
      { name: 'OU', value: '济南' },
      { name: 'CN', value: '张三' },
      { name: 'E', value: 'a@example.cn' },
      { name: '1.2.156.10260.4.1.4', value: '91370100MA3C4D5E6K' },
    ],
    der: writeName(entries),
  })
})

it('reads several fields of one set', () => {
  const field = (oid: string, text: string) =>
    writeElement(tags.sequence, writeObjectIdentifier(oid), writeElement(tags.utf8String, Buffer.from(text)))
  const der = writeElement(tags.sequence, writeElement(tags.set, field(commonName, '张三'), field('2.5.4.5', '7')))
  expect(readName(readElement(der)).fields).toEqual([
    { name: 'CN', value: '张三' },
    { name: 'serialNumber', value: '7' },
  ])
})

it('reads a name without fields', () => {
  expect(read([]).fields).toEqual([])
  expect(fieldOf(read([]), 'CN')).toBeUndefined()
})

it('gives a Chinese name of 200 characters whole', () => {
  const long = '济南高新技术产业开发区示例'.repeat(16).slice(0, 200)
  expect(fieldOf(read([utf8Entry(commonName, long)]), 'CN')).toBe(long)
})

it('takes the first field of a kind that says something', () => {
  const name = read([utf8Entry(commonName, '  '), utf8Entry(commonName, ' 张三 '), utf8Entry(commonName, '李四')])
  expect(fieldOf(name, 'CN')).toBe('张三')
  expect(fieldOf(name, 'O')).toBeUndefined()
})

it('refuses what is no name', () => {
  expect(() => readName(undefined)).toThrow(DerError)
  expect(() => readName(readElement(writeElement(tags.set)))).toThrow(DerError)
  expect(() => readName(readElement(writeElement(tags.sequence, Uint8Array.of(0x05, 0))))).toThrow(DerError)
})
