import 'reflect-metadata'
import { X509Certificate as NativeCertificate } from 'node:crypto'
import { Name, X509Certificate } from '@peculiar/x509'
import { expect, test } from 'vitest'
import { newTestKey, subjectOf } from '../testing/holder.ts'
import { newAuthorityState, openAuthority } from './certificate-authority.ts'
import { newSerialNumber, wireSerialNumber } from './serial-number.ts'
import type { KeyFamily } from './signing/key-family.ts'

const now = new Date('2026-11-23T08:30:00.789Z')
const later = new Date('2051-11-23T08:30:00.789Z')
const leaf = { notBefore: now, notAfter: later, usage: 'signing', creditCode: null, personalId: null } as const

async function newAuthority(family: KeyFamily = 'p-256') {
  return openAuthority(family, await newAuthorityState(family, now))
}

test('a name with BMPString keeps every octet when its certificate is renewed', async () => {
  const authority = await newAuthority()
  const subject = new Name([{ C: [{ printableString: 'CN' }] }, { CN: [{ bmpString: '张三' }] }])
  const first = await authority.issue({ ...leaf, subject, publicKey: newTestKey().publicKey })
  const { subjectName } = new X509Certificate(first)
  const renewed = await authority.issue({ ...leaf, subject: subjectName, publicKey: newTestKey().publicKey })
  expect(Buffer.from(subjectOf(renewed))).toEqual(Buffer.from(subject.toArrayBuffer()))
})

test('writes who the holder is into extensions of GM/T 0015', async () => {
  const authority = await newAuthority()
  const subject = new Name('C=CN, CN=张三')
  const identity = { creditCode: '91110108MA01A2B3XY', personalId: '330102199001011234' }
  const der = await authority.issue({ ...leaf, ...identity, subject, publicKey: newTestKey().publicKey })
  const values = new X509Certificate(der).extensions
    .filter(({ type }) => type.startsWith('1.2.156.10260'))
    .map(({ type, critical, value }) => [type, critical, Buffer.from(value).toString('latin1')])
  expect(values).toEqual([
    ['1.2.156.10260.4.1.4', false, '\x13\x1291110108MA01A2B3XY'],
    ['1.2.156.10260.4.1.1', false, '\x13\x12330102199001011234'],
  ])
})

test.each(['p-256', 'sm2'] as const)('%s: uses whole seconds, also after 2050', async (family) => {
  const authority = await newAuthority(family)
  const der = await authority.issue({ ...leaf, subject: new Name('CN=a'), publicKey: newTestKey(family).publicKey })
  const { validFromDate, validToDate } = new NativeCertificate(der)
  expect([validFromDate, validToDate]).toEqual([new Date('2026-11-23T08:30:00Z'), new Date('2051-11-23T08:30:00Z')])
  // A reader may round what should not be there at all.
  expect(Buffer.from(der).toString('latin1')).toContain('\x18\x0f20511123083000Z')
})

test('serial numbers have sixteen octets and no sign octet', () => {
  for (let n = 0; n < 50; n++) expect(wireSerialNumber(newSerialNumber())).toMatch(/^[4-7][0-9A-F]{31}$/)
  expect([wireSerialNumber('00abc'), wireSerialNumber('0a')]).toEqual(['0ABC', '0A'])
})
