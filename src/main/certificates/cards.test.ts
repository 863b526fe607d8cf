import { expect, it } from 'vitest'
import { readExactCertificate } from '../x509/certificate.ts'
import { writeObjectIdentifier } from '../x509/der.ts'
import { buildCertificate, commonName, keyUsage, publicKeyInfo, utf8Entry } from '../x509/testing/built-certificate.ts'
import { describeCards } from './cards.ts'
import { storedCertificate, tokenWith } from './testing/stored-certificate.ts'

const now = new Date('2026-11-23T08:00:00Z')
const usages = { signing: keyUsage(0), encryption: keyUsage(2), both: keyUsage(0, 2) } as const
const signs = (holder: string, notAfter?: string) => of('signing', holder, notAfter)
const encrypts = (holder: string, notAfter?: string) => of('encryption', holder, notAfter)

let serialNumber = 0
function of(usage: keyof typeof usages, holder: string, notAfter = '280101000000Z', notBefore = '260101000000Z') {
  serialNumber += 1
  const extensions = [usages[usage]]
  const subject = [utf8Entry(commonName, holder)]
  const fields = { serialNumber: Uint8Array.of(serialNumber), subject, extensions, notBefore, notAfter }
  return storedCertificate(buildCertificate(fields))
}

const shown = (...certificates: Parameters<typeof tokenWith>[0]) =>
  describeCards(tokenWith(certificates), now).map((card) =>
    card.certificates.map((one) => `${one.holder} ${one.status === 'unreadable' ? one.status : one.usage}`),
  )

it('puts the encryption certificate on the card of the signing certificate, which comes first', () => {
  expect(shown(encrypts('张三'), signs('张三'))).toEqual([['张三 signing', '张三 encryption']])
})

it('keeps apart what belongs to different holders', () => {
  expect(shown(signs('张三'), encrypts('李四'))).toEqual([['张三 signing'], ['李四 encryption']])
})

it('gives each signing certificate one encryption certificate, and the rest to the first', () => {
  expect(shown(signs('张三'), signs('张三'), encrypts('张三'), encrypts('张三'), encrypts('张三'))).toEqual([
    ['张三 signing', '张三 encryption', '张三 encryption'],
    ['张三 signing', '张三 encryption'],
  ])
})

it('keeps the encryption certificates of earlier pairs on the card, as historical', () => {
  const [card] = describeCards(
    tokenWith([encrypts('张三', '261101000000Z'), signs('张三'), encrypts('张三', '280101000000Z')]),
    now,
  )
  expect(card?.certificates.map(({ usage, notAfter, isHistorical }) => [usage, notAfter, isHistorical])).toEqual([
    ['signing', expect.any(String), false],
    ['encryption', '2028-01-01T00:00:00.000Z', false],
    ['encryption', '2026-11-01T00:00:00.000Z', true],
  ])
})

it('keeps a signing certificate that another one has followed on the card of that one, as historical', () => {
  const key = (octet: number) =>
    publicKeyInfo('1.2.840.10045.2.1', writeObjectIdentifier('1.2.840.10045.3.1.7'), Uint8Array.of(4, octet))
  const signed = (octet: number, notAfter: string) => {
    const subject = [utf8Entry(commonName, '张三')]
    const fields = { serialNumber: Uint8Array.of(octet), subject, extensions: [usages.signing], notAfter }
    return storedCertificate(buildCertificate({ ...fields, publicKey: key(octet) }))
  }
  const [old, renewed] = [signed(1, '261201000000Z'), signed(2, '280101000000Z')]
  const followed = new Map([[keyOf(old), keyOf(renewed)]])
  const listed = (...certificates: Parameters<typeof tokenWith>[0]) =>
    describeCards(tokenWith([...certificates, encrypts('张三', '261201000000Z'), encrypts('张三')]), now, {
      followed,
    }).map((card) =>
      card.certificates.map(({ usage, notAfter, isHistorical, action }) => [
        usage,
        notAfter?.slice(0, 4),
        isHistorical,
        action,
      ]),
    )
  expect(listed(old, renewed)).toEqual([
    [
      ['signing', '2028', false, 'renewal'],
      ['encryption', '2028', false, 'none'],
      ['signing', '2026', true, 'none'],
      ['encryption', '2026', true, 'none'],
    ],
  ])
  // On a key that does not hold the new one the old one is what there is; and what cannot be read has followed nothing.
  const [[first] = []] = listed(old, storedCertificate(Uint8Array.of(1, 2, 3)))
  expect(first).toEqual(['signing', '2026', false, 'renewal'])
})

function keyOf({ value }: ReturnType<typeof storedCertificate>): string {
  return readExactCertificate(value)?.publicKey.sha256 ?? ''
}

it('does not join an encryption certificate to one that does both', () => {
  expect(shown(of('both', '张三'), encrypts('张三'))).toEqual([['张三 both'], ['张三 encryption']])
})

it('never joins what it cannot read to anything', () => {
  const garbage = storedCertificate(Uint8Array.of(1, 2, 3))
  expect(shown(garbage, signs('张三'), garbage)).toEqual([['张三 signing'], [' unreadable'], [' unreadable']])
})

it('puts first what needs attention, and among equals what ends sooner', () => {
  const cards = shown(
    storedCertificate(new Uint8Array()),
    { ...signs('无私钥'), key: 'missing' },
    of('signing', '未生效', '280101000000Z', '261201000000Z'),
    signs('正常'),
    signs('已过期', '261101000000Z'),
    signs('八十天', '270210000000Z'),
    signs('十天', '261203000000Z'),
  )
  expect(cards.flat().map((line) => line.split(' ')[0])).toEqual([
    '十天',
    '八十天',
    '已过期',
    '正常',
    '未生效',
    '无私钥',
    '',
  ])
})

it('has an id that stays the same as long as the card does', () => {
  const [signing, encryption] = [signs('张三'), encrypts('张三')]
  const idOf = (...certificates: Parameters<typeof tokenWith>[0]) => describeCards(tokenWith(certificates), now)[0]?.id
  expect(idOf(signing, encryption)).toBe(idOf(encryption, signing))
  expect(idOf(signing)).not.toBe(idOf(signing, encryption))
  expect(describeCards(tokenWith([signing], 'B2'), now)[0]?.id).not.toBe(idOf(signing))
})

it('has nothing to show for an empty token', () => {
  expect(describeCards(tokenWith([]), now)).toEqual([])
})
