import type { PlatformAnswer, PlatformReceived } from '../../../src/shared/platform/endpoints.ts'
import { Refusal } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import type { Account, CertificateRecord, PlatformState } from '../state/state.ts'
import { certificateStatus } from './certificate-validity.ts'
import { certificateView } from './certificate-view.ts'
import type { Call } from './handlers.ts'
import { isFound, pageOf } from './page.ts'

type Query = PlatformReceived<'listCertificates'>['query']

const dayMs = 86_400_000

export function listCertificates(
  { state, clock }: Platform,
  { account, query }: Call<'listCertificates'>,
): PlatformAnswer<'listCertificates'> {
  const now = clock.now()
  const found = state.certificates
    .filter((certificate) => certificate.accountId === account.id && isWanted(certificate, query, now))
    .sort((a, b) => a.notAfter - b.notAfter || (a.id < b.id ? -1 : 1))
  return pageOf(found, query, (certificate) => certificateView(certificate, state, now))
}

export function getCertificate(
  { state, clock }: Platform,
  { account, params }: Call<'getCertificate'>,
): PlatformAnswer<'getCertificate'> {
  const certificate = findCertificate(state, account, params.certificateId)
  return { ...certificateView(certificate, state, clock.now()), certificate: certificate.der }
}

/** Another account's certificate does not exist for the caller. Errors: certificate.not-found. */
export function findCertificate(state: PlatformState, account: Account, certificateId: string): CertificateRecord {
  const certificate = state.certificates.find(({ id, accountId }) => id === certificateId && accountId === account.id)
  if (certificate === undefined) throw new Refusal('certificate.not-found')
  return certificate
}

function isWanted(certificate: CertificateRecord, query: Query, now: number): boolean {
  const { status, expiringWithinDays: days, search } = query
  if (status !== undefined && certificateStatus(certificate, now) !== status) return false
  for (const field of ['holderKind', 'zone', 'usage', 'cardNumber', 'serialNumber'] as const) {
    if (query[field] !== undefined && certificate[field] !== query[field]) return false
  }
  const { commonName, organisation, creditCode, cardNumber, applicationType } = certificate
  if (!isFound(search, [commonName, organisation, creditCode, cardNumber, applicationType])) return false
  if (days === undefined) return true
  const left = certificate.notAfter - now
  return certificate.standing === 'active' && left > 0 && left <= days * dayMs
}
