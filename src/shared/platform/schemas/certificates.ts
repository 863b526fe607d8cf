import * as z from 'zod'
import { Base64, Identifier, Instant, PageQuery, pageOf, SerialNumber, Sha256 } from './common.ts'

const CertificateStatus = z
  .enum(['valid', 'expiring', 'expired', 'revoked', 'superseded'])
  .meta({ id: 'CertificateStatus', description: '当前状态：有效、即将到期、已过期、已吊销、已被新证书取代' })

const HolderKind = z
  .enum(['organisation', 'personal'])
  .meta({ id: 'HolderKind', description: '单位证书（主题含 O 与信用代码）或个人证书' })

const Zone = z.enum(['public', 'core']).meta({ id: 'Zone', description: '公服区单位或核心区单位' })

export const KeyAlgorithm = z
  .enum(['rsa-2048', 'rsa-3072', 'p-256', 'sm2'])
  .meta({ id: 'KeyAlgorithm', description: '密钥算法' })

const Certificate = z
  .object({
    id: Identifier.meta({ description: '不透明标识；序列号只在同一颁发者内唯一' }),
    serialNumber: SerialNumber,
    publicKeySha256: Sha256.meta({ description: 'SubjectPublicKeyInfo（DER）的 SHA-256，用来与 USB Key 上的证书对应' }),
    issuer: z.string().max(500),
    commonName: z.string().max(200).meta({ description: '证书名称（CN）' }),
    organisation: z.string().max(200).nullable().meta({ description: '单位名称（O）' }),
    applicationType: z.string().max(64).meta({ description: '应用类型' }),
    holderKind: HolderKind,
    zone: Zone.optional(),
    cardNumber: z.string().max(64).nullable().meta({ description: '卡号：印在 USB Key 上的编号' }),
    unifiedSocialCreditCode: z
      .string()
      .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
      .nullable()
      .meta({ description: '统一社会信用代码（GB 32100）' }),
    usage: z.enum(['signing', 'encryption']).meta({ description: '签名证书或加密证书' }),
    keyAlgorithm: KeyAlgorithm,
    notBefore: Instant.meta({ description: '起始时间' }),
    notAfter: Instant.meta({ description: '结束时间' }),
    status: CertificateStatus,
    statusDetail: z.string().max(200).optional().meta({ description: '状态详情：给用户看的一句话，纯文本' }),
    renewable: z.boolean().meta({ description: '现在可以延期或修复' }),
    renewal: z
      .object({ from: Instant, until: Instant })
      .optional()
      .meta({ description: '可以延期的时间段（思路同 RFC 9773）；由平台说了算，客户端不猜' }),
    activeOrderId: Identifier.optional().meta({ description: '正在办理的订单' }),
  })
  .meta({ id: 'Certificate', description: '平台上的一张证书' })

export const CertificatePage = pageOf(Certificate).meta({
  id: 'CertificatePage',
  description: '一页证书，按结束时间、再按标识排序',
})

export const CertificateDetail = Certificate.extend({
  certificate: Base64.meta({ description: '证书本身，DER' }),
}).meta({ id: 'CertificateDetail', description: '一张证书，连同证书本身' })

export const CertificateQuery = PageQuery.extend({
  status: CertificateStatus.optional(),
  expiringWithinDays: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .optional()
    .meta({ description: '即将到期：还有效，但在这么多天内到期' }),
  holderKind: HolderKind.optional(),
  zone: Zone.optional(),
  usage: z.enum(['signing', 'encryption']).optional(),
  cardNumber: z.string().max(64).optional(),
  serialNumber: SerialNumber.optional(),
  search: z
    .string()
    .max(64)
    .optional()
    .meta({ description: '在证书名称、单位名称、统一社会信用代码、卡号、应用类型中查找，不分大小写' }),
})

export const CertificatePath = z.object({ certificateId: Identifier })
