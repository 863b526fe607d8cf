import 'reflect-metadata'
import { Name } from '@peculiar/x509'
import { expect, test } from 'vitest'
import { lintCertificate } from '../testing/certificate-lint.ts'
import { newDualKeys, openDualOffice } from '../testing/dual-office.ts'
import type { TestKey } from '../testing/holder.ts'
import { newTestKey } from '../testing/holder.ts'
import { openOffice } from '../testing/office.ts'
import type { LeafRequest } from './certificate-authority.ts'
import { newAuthorityState, openAuthority } from './certificate-authority.ts'
import { authorityExtensions, leafExtensions } from './extensions.ts'
import { newSerialNumber } from './serial-number.ts'
import { keyFamilies, newKeys, openSigner } from './signing/key-family.ts'

const now = new Date('2026-11-23T08:30:00.789Z')
const inYears = (years: number) => new Date(now.getTime() + years * 365 * 86_400_000)
const der = (base64: string | undefined) => Uint8Array.from(Buffer.from(base64 ?? '', 'base64'))
const profile = { creditCode: '91110108MA01A2B3XY', personalId: '330102199001011234' }

test.each(keyFamilies)('there is nothing to object to in what the %s authority issues', async (family) => {
  const authority = await openAuthority(family, await newAuthorityState(family, now))
  const [issuing, root] = authority.chain
  if (issuing === undefined || root === undefined) throw new Error('the chain is too short')
  expect([lintCertificate(root, root), lintCertificate(issuing, root)]).toEqual([[], []])
  const subject = new Name([
    { C: [{ printableString: 'CN' }] },
    { O: [{ utf8String: '示例科技（北京）有限公司' }] },
    { CN: [{ utf8String: '字'.repeat(64) }] },
  ])
  for (const usage of ['signing', 'encryption'] as const) {
    const { publicKey } = newTestKey(family)
    const leaf = await authority.issue({ ...profile, usage, subject, publicKey, notBefore: now, notAfter: inYears(1) })
    expect(lintCertificate(leaf, issuing)).toEqual([])
  }
})

test.each<TestKey['kind']>(['p-256', 'sm2'])('nor in a %s certificate enrolled and renewed over HTTP', async (kind) => {
  const office = await openOffice({ families: [kind] })
  const old = await office.enrol(27, newTestKey(kind))
  const order = await office.readyOrderFor(old)
  await office.submit(old, order)
  const { signingCertificate, chain } = await office.client.call('getIssued', { params: { orderId: order.id } })
  const issuing = der(chain[0])
  expect(lintCertificate(Uint8Array.from(old.certificate), issuing)).toEqual([])
  expect(lintCertificate(der(signingCertificate), issuing)).toEqual([])
})

test('nor in either certificate of a pair', async () => {
  const office = await openDualOffice(newDualKeys())
  await office.ask()
  const { signingCertificate, encryption, chain } = await office.client.call('getIssued', { params: office.params })
  for (const issued of [signingCertificate, encryption?.certificate]) {
    expect(lintCertificate(der(issued), der(chain[0]))).toEqual([])
  }
})

const cn = (text: string) => new Name([{ C: [{ printableString: 'CN' }] }, { CN: [{ utf8String: text }] }])
const spoilt: readonly (readonly [string, Partial<LeafRequest>])[] = [
  ['2.5.4.3 is too long', { subject: cn('字'.repeat(65)) }],
  ['2.5.4.3 is empty, or blank at an end', { subject: cn('张三 ') }],
  ['2.5.4.3 has another string type', { subject: new Name([{ CN: [{ bmpString: '张三' }] }]) }],
  ['C is not two letters in PrintableString', { subject: new Name([{ C: [{ utf8String: '中国' }] }]) }],
  ['it lives longer than its issuer', { notAfter: inYears(30) }],
  ['it ends before it begins', { notAfter: inYears(-1) }],
  ['keyCertSign and the CA flag disagree', {}],
]

test.each(spoilt)('it does object: %s', async (objection, change) => {
  const keys = await newKeys('p-256')
  const signer = await openSigner('p-256', keys.privateKey)
  const authority = {
    serialNumber: newSerialNumber(),
    subject: cn('根'),
    issuer: cn('根'),
    publicKey: keys.publicKey,
    notBefore: inYears(-1),
    notAfter: inYears(20),
    extensions: authorityExtensions(keys.publicKey),
  }
  const root = await signer.certificate(authority)
  const usage = { usage: 'signing', creditCode: null, personalId: null } as const
  const leaf = {
    ...authority,
    serialNumber: newSerialNumber(),
    subject: cn('张三'),
    notAfter: inYears(1),
    extensions: leafExtensions(usage, keys.publicKey, keys.publicKey),
    ...change,
  }
  const isUsage = objection.startsWith('keyCertSign')
  const [constraints, ...others] = leaf.extensions
  const [caConstraints] = authority.extensions
  const extensions = isUsage ? [caConstraints ?? constraints, ...others] : leaf.extensions
  const certificate = await signer.certificate({ ...leaf, extensions: extensions.flatMap((each) => each ?? []) })
  expect(lintCertificate(certificate, root)).toEqual([objection])
})

test.each([
  ['the serial number has not 8 to 20 octets', '41'],
  ['the serial number is not positive, or begins with a zero', 'ff'.repeat(12)],
])('it objects to serial numbers: %s', async (objection, serialNumber) => {
  const keys = await newKeys('sm2')
  const signer = await openSigner('sm2', keys.privateKey)
  const dates = { notBefore: inYears(-1), notAfter: inYears(20) }
  const names = { subject: cn('根'), issuer: cn('根') }
  const extensions = authorityExtensions(keys.publicKey)
  const root = await signer.certificate({ serialNumber, ...names, ...dates, publicKey: keys.publicKey, extensions })
  expect(lintCertificate(root, root)).toEqual([objection])
})
