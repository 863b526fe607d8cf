import * as z from 'zod'
import { Time, wordOf, type Translation } from './translation.ts'

const Certificate = z
  .object({
    certId: z.string(),
    certSn: z.string(),
    pubKeyHash: z.string(),
    issuerDn: z.string(),
    certName: z.string(),
    unitName: z.string().nullable(),
    appType: z.string(),
    holderType: wordOf({ 1: 'organisation', 2: 'personal' }),
    cardNo: z.string().nullable(),
    creditCode: z.string().nullable(),
    keyUsage: wordOf({ 1: 'signing', 2: 'encryption' }),
    algorithm: wordOf({ 1: 'rsa-2048', 2: 'rsa-3072', 3: 'p-256', 4: 'sm2' }),
    startTime: Time,
    endTime: Time,
    certState: wordOf({ 1: 'valid', 2: 'expiring', 3: 'expired', 4: 'revoked', 5: 'superseded' }),
    canRenew: z.boolean(),
  })
  .transform((it) => ({
    id: it.certId,
    serialNumber: it.certSn,
    publicKeySha256: it.pubKeyHash,
    issuer: it.issuerDn,
    commonName: it.certName,
    organisation: it.unitName,
    applicationType: it.appType,
    holderKind: it.holderType,
    cardNumber: it.cardNo,
    unifiedSocialCreditCode: it.creditCode,
    usage: it.keyUsage,
    keyAlgorithm: it.algorithm,
    notBefore: it.startTime,
    notAfter: it.endTime,
    status: it.certState,
    renewable: it.canRenew,
  }))

export const listCertificates: Translation<'listCertificates'> = {
  path: '/cert/list',
  say: ({ query: { serialNumber, page, pageSize } }) => ({
    ...(serialNumber === undefined ? {} : { certSn: serialNumber }),
    pageNo: page,
    pageRows: pageSize,
  }),
  hear: pageOf(Certificate),
}

export function pageOf(item: z.ZodType) {
  return z
    .object({ rows: z.array(item), pageNo: z.int(), pageRows: z.int(), totalRows: z.int() })
    .transform((it) => ({ items: it.rows, page: it.pageNo, pageSize: it.pageRows, total: it.totalRows }))
}
