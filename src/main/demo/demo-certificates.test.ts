import { expect, it } from 'vitest'
import { certificateStatus } from '../../shared/validity.ts'
import { demoCertificates } from './demo-certificates.ts'

const now = new Date('2026-11-23T08:00:00Z')
const certificates = demoCertificates(now.getTime(), 'A1')

const statusOn = (day: number) =>
  certificates.map(({ holder }) => {
    const dates = { notBefore: new Date(holder.notBefore), notAfter: new Date(holder.notAfter) }
    return certificateStatus(
      { ...dates, key: 'present', standing: 'verified' },
      new Date(now.getTime() + day * 86_400_000),
    )
  })

it('shows each status, and an SM2 certificate that has no key type', () => {
  expect(statusOn(0)).toEqual(['expiring', 'expired', 'valid', 'not-yet-valid', 'valid'])
  expect(certificates.map(({ keyType }) => keyType)).toEqual(['rsa-2048', 'p-256', 'p-256', 'p-256', undefined])
})

it('shows an expiring, an expired and a valid one as long as the demonstration lives', () => {
  expect(statusOn(7).slice(0, 3)).toEqual(['expiring', 'expired', 'valid'])
})

it('is all of one account and one token', () => {
  expect(new Set(certificates.map(({ holder }) => `${holder.account} ${holder.cardNumber ?? ''}`))).toEqual(
    new Set(['demo A1']),
  )
})
