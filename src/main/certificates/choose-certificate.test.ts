import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { CertificateTrust } from '../../shared/ipc/models-trust.ts'
import { AppError } from '../app-error.ts'
import { buildCertificate, keyUsage, utf8Entry, type CertificateFields } from '../x509/testing/built-certificate.ts'
import { readCertificate } from '../x509/certificate.ts'
import { chooseCertificate } from './choose-certificate.ts'
import { storedCertificate, tokenWith } from './testing/stored-certificate.ts'

const now = new Date('2026-11-23T08:00:00Z')

function found(fields: Partial<CertificateFields>, key: 'present' | 'missing' = 'present') {
  const stored = storedCertificate(buildCertificate(fields), { key })
  return { stored, token: tokenWith([stored]) }
}

it.each([
  ['renewal', '270101000000Z'],
  ['repair', '261101000000Z'],
] as const)('is for %s when it ends at %s', (kind, notAfter) => {
  const certificate = found({ notAfter })
  const { spki } = readCertificate(certificate.stored.value).publicKey
  expect(chooseCertificate(certificate, now)).toEqual({
    kind,
    holder: '济南示例科技有限公司',
    cardNumber: 'A1',
    tokenSerialNumber: 'A1',
    publicKeySha256: createHash('sha256').update(spki).digest('hex'),
    certificate: certificate.stored.value,
  })
})

it('refuses what was revoked', () => {
  const revoked = { result: 'trusted', chain: [], revocation: { state: 'revoked' } } satisfies CertificateTrust
  expect(() => chooseCertificate(found({}), now, () => revoked)).toThrow(new AppError('renewal.revoked'))
})

it('does not carry a whole personal id in the holder’s name', () => {
  const subject = [utf8Entry('2.5.4.3', '张三370102199003078812')]
  expect(chooseCertificate(found({ subject }), now).holder).toBe('张三370***********8812')
})

it.each([
  ['certificate.unreadable', { notAfter: 'never' }, 'present'],
  ['renewal.noPrivateKey', {}, 'missing'],
  ['renewal.notYetValid', { notBefore: '261201000000Z' }, 'present'],
  ['renewal.encryptionOnly', { extensions: [keyUsage(2)] }, 'present'],
] as const)('refuses with %s what the card refuses', (code, fields, key) => {
  expect(() => chooseCertificate(found(fields, key), now)).toThrow(new AppError(code))
})
