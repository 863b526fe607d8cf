import { assertNever } from '../../../src/shared/assert-never.ts'
import { daysSince, daysUntil } from '../../../src/shared/validity.ts'
import type { CertificateRecord, OrderRecord } from '../state/state.ts'
import {
  certificateStatus,
  isRenewedOnline,
  renewableFrom,
  renewalKind,
  repairableUntil,
} from './certificate-validity.ts'

const chinaMs = 8 * 60 * 60_000

/** 状态详情: how a certificate stands and what can be done, in one sentence for its holder. */
export function statusDetail(certificate: CertificateRecord, now: number, order: OrderRecord | undefined): string {
  if (order !== undefined) return order.kind === 'renewal' ? '正在办理延期' : '正在办理修复'
  const status = certificateStatus(certificate, now)
  switch (status) {
    case 'revoked':
      return '已吊销，不能延期或修复'
    case 'superseded':
      return '已被新证书取代'
    case 'expired':
      return `${timeSince(certificate.notAfter, now)}，${outlook(certificate, now)}`
    case 'valid':
    case 'expiring':
      if (certificate.notBefore > now) return `将于 ${dateOf(certificate.notBefore)} 生效`
      return `还有 ${daysUntil(new Date(certificate.notAfter), new Date(now))} 天到期，${outlook(certificate, now)}`
    default:
      return assertNever(status)
  }
}

function timeSince(notAfter: number, now: number): string {
  const days = daysSince(new Date(notAfter), new Date(now))
  return days === 0 ? '已过期不到 1 天' : `已过期 ${days} 天`
}

function outlook(certificate: CertificateRecord, now: number): string {
  const kind = renewalKind(certificate, now)
  if (kind === 'renewal') return '现在可以延期'
  if (kind === 'repair') return `可以修复，最晚 ${dateOf(repairableUntil(certificate))}`
  if (certificate.usage === 'encryption') return '加密证书不单独办理延期'
  if (!isRenewedOnline(certificate)) return '这种证书不能在线延期，请到服务网点办理'
  if (certificate.notAfter > now) return `${dateOf(renewableFrom(certificate))} 起可以延期`
  return '已超过可以修复的期限，请到服务网点办理'
}

/** The day in China, as 2026-12-20. */
function dateOf(instant: number): string {
  return new Date(instant + chinaMs).toISOString().slice(0, 10)
}
