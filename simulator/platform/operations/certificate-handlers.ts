import type { PlatformAnswer, PlatformReceived } from '../../../src/shared/platform/endpoints.ts'
import type { Platform } from '../platform.ts'
import type { CertificateRecord } from '../state/state.ts'
import { certificateStatus, renewalKind } from './certificate-validity.ts'
import type { Call } from './handlers.ts'
import { instant } from './instant.ts'

type Query = PlatformReceived<'listCertificates'>['query']
type CertificateView = PlatformAnswer<'listCertificates'>['items'][number]

const dayMs = 86_400_000

export function listCertificates(
  { state, clock }: Platform,
  { account, query }: Call<'listCertificates'>,
): PlatformAnswer<'listCertificates'> {
  const now = clock.now()
  const found = state.certificates
    .filter((certificate) => certificate.accountId === account.id && isWanted(certificate, query, now))
    .sort((a, b) => a.notAfter - b.notAfter || (a.id < b.id ? -1 : 1))
  const { page, pageSize } = query
  const items = found.slice((page - 1) * pageSize, page * pageSize).map((certificate) => view(certificate, now))
  return { items, page, pageSize, total: found.length }
}

function isWanted(certificate: CertificateRecord, query: Query, now: number): boolean {
  const { status, expiringWithinDays: days, cardNumber, serialNumber } = query
  if (status !== undefined && certificateStatus(certificate, now) !== status) return false
  if (cardNumber !== undefined && certificate.cardNumber !== cardNumber) return false
  if (serialNumber !== undefined && certificate.serialNumber !== serialNumber) return false
  if (days === undefined) return true
  const left = certificate.notAfter - now
  return certificate.standing === 'active' && left > 0 && left <= days * dayMs
}

function view(certificate: CertificateRecord, now: number): CertificateView {
  return {
    id: certificate.id,
    serialNumber: certificate.serialNumber,
    publicKeySha256: certificate.publicKeySha256,
    issuer: certificate.issuer,
    commonName: certificate.commonName,
    organisation: certificate.organisation,
    applicationType: certificate.applicationType,
    holderKind: certificate.holderKind,
    cardNumber: certificate.cardNumber,
    unifiedSocialCreditCode: certificate.creditCode,
    usage: certificate.usage,
    keyAlgorithm: certificate.keyAlgorithm,
    notBefore: instant(certificate.notBefore),
    notAfter: instant(certificate.notAfter),
    status: certificateStatus(certificate, now),
    renewable: renewalKind(certificate, now) !== undefined,
  }
}
