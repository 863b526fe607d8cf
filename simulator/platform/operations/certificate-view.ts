import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import type { CertificateRecord, PlatformState } from '../state/state.ts'
import { certificateStatus, isRenewedOnline, renewableFrom, renewalKind } from './certificate-validity.ts'
import { instant } from './instant.ts'
import { isLive } from './order-life.ts'
import { statusDetail } from './status-detail.ts'

type CertificateView = PlatformAnswer<'listCertificates'>['items'][number]

export function certificateView(certificate: CertificateRecord, state: PlatformState, now: number): CertificateView {
  const { id } = certificate
  const order = state.orders.find(
    (candidate) => isLive(candidate) && [candidate.certificateId, candidate.encryptionCertificateId].includes(id),
  )
  return {
    id,
    serialNumber: certificate.serialNumber,
    publicKeySha256: certificate.publicKeySha256,
    issuer: certificate.issuer,
    commonName: certificate.commonName,
    organisation: certificate.organisation,
    applicationType: certificate.applicationType,
    holderKind: certificate.holderKind,
    ...(certificate.zone === undefined ? {} : { zone: certificate.zone }),
    cardNumber: certificate.cardNumber,
    unifiedSocialCreditCode: certificate.creditCode,
    usage: certificate.usage,
    keyAlgorithm: certificate.keyAlgorithm,
    notBefore: instant(certificate.notBefore),
    notAfter: instant(certificate.notAfter),
    status: certificateStatus(certificate, now),
    statusDetail: statusDetail(certificate, now, order),
    renewable: renewalKind(certificate, now) !== undefined,
    ...renewalWindow(certificate, now),
    ...(order === undefined ? {} : { activeOrderId: order.id }),
  }
}

/** After the end there is nothing to renew: what is left is a repair. */
function renewalWindow(certificate: CertificateRecord, now: number): Pick<CertificateView, 'renewal'> {
  if (!isRenewedOnline(certificate) || certificate.notAfter <= now) return {}
  return { renewal: { from: instant(renewableFrom(certificate)), until: instant(certificate.notAfter) } }
}
