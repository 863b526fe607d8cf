/** For tests: answers as the contract has them. */
import type { PlatformAnswer } from '../../../shared/platform/endpoints.ts'

type Order = PlatformAnswer<'getOrder'>
type Certificate = PlatformAnswer<'listCertificates'>['items'][number]

export const serviceSample = { name: '证书在线服务平台', apiVersion: '1', time: '2026-11-23T08:00:00Z' }

export const sessionSample = {
  accessToken: 'token-0123456789abcdef',
  expiresAt: '2099-01-01T00:00:00Z',
  account: { id: 'u1', displayName: '测试单位', maskedPhone: '138****8000' },
}

export function orderSample(change: Partial<Order> = {}): Order {
  return {
    id: 'o1',
    kind: 'renewal',
    certificateId: 'c1',
    state: 'ready',
    popRequired: true,
    popNonce: 'bm9uY2Utbm9uY2U',
    createdAt: '2026-11-23T08:00:00Z',
    expiresAt: '2026-11-23T08:30:00Z',
    ...change,
  }
}

export function certificateSample(change: Partial<Certificate> = {}): Certificate {
  return {
    id: 'c1',
    serialNumber: '0A1B',
    publicKeySha256: 'a'.repeat(64),
    issuer: 'CN=Test CA',
    commonName: '测试单位',
    organisation: '测试单位',
    applicationType: '投标',
    holderKind: 'organisation',
    cardNumber: '123456789012',
    unifiedSocialCreditCode: null,
    usage: 'signing',
    keyAlgorithm: 'rsa-2048',
    notBefore: '2025-11-23T08:00:00Z',
    notAfter: '2026-12-23T08:00:00Z',
    status: 'expiring',
    renewable: true,
    ...change,
  }
}
