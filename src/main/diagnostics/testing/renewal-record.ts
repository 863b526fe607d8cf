/** For tests: a renewal that has come as far as its certificates, with everything in it that must not be passed on. */
import { addEntry, beginRecord, type RenewalRecord } from '../../renewal/renewal-record.ts'

export const recordSecrets = [
  '济南示例科技有限公司',
  '370100882231',
  'ORDER-KMVQXZPA',
  '138****5678',
  'bm9uY2U=',
  'Y2VydA==',
]

export function renewalRecord(renewalId = '5e0e8c5c-7b1c-4f5e-9d2a-1f0b7c6d5e4f', detail = 'none'): RenewalRecord {
  const at = '2026-11-20T08:00:00.000Z'
  const sms = { id: 's1', maskedPhone: '138****5678', codeLength: 6, expiresAt: at, resendAt: at, attemptsLeft: 5 }
  const started = beginRecord({
    ...{ state: 'started', at, renewalId, kind: 'renewal', holder: '济南示例科技有限公司' },
    ...{ cardNumber: '370100882231', tokenSerialNumber: '370100882231' },
    ...{ oldPublicKeySha256: 'ab'.repeat(32), oldCertificate: 'Y2VydA==' },
  })
  const ordered = addEntry(started, {
    ...{ state: 'order', at, orderId: 'ORDER-KMVQXZPA', expiresAt: at, popRequired: true, popNonce: 'bm9uY2U=', sms },
  })
  return addEntry(ordered, {
    ...{ state: 'abandoned', at, durations: { 'make-key': 1200 } },
    failure: { code: 'token.failed', details: { detail } },
  })
}
