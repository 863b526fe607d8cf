/**
 * The wire format of the 证书在线服务平台, written once: client and simulator check the same objects, types follow from
 * them. Requests are closed (an unknown field is an error), answers are open (the platform may add fields).
 * Instants are RFC 3339 with offset, binary is base64 (RFC 4648, 4), hashes are lower-case hex of SHA-256.
 */
import * as z from 'zod'

const Instant = z.iso.datetime({ offset: true }).meta({ id: 'Instant', description: 'RFC 3339 时刻，带时区' })
const Base64 = z.base64().meta({ id: 'Base64', description: 'RFC 4648 第 4 节，有填充，不换行' })
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Identifier = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

export const Problem = z
  .object({
    type: z.string().optional(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().optional(),
    code: z.string().meta({ description: '见错误码表；客户端遇到不认识的代码时按状态码类别处理' }),
    traceId: z.string().optional(),
    retryAfterSeconds: z.int().nonnegative().optional(),
    attemptsLeft: z.int().nonnegative().optional(),
    existingOrderId: Identifier.optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 问题详情' })

export const Service = z
  .object({
    name: z.string().min(1).max(64),
    apiVersion: z.string(),
    time: Instant,
    maintenance: z.object({ from: Instant, until: Instant, notice: z.string().max(500) }).optional(),
  })
  .meta({ id: 'Service', description: '平台名称、接口版本、当前时间与维护公告' })

export const LoginRequest = z
  .strictObject({
    account: z.string().min(1).max(64),
    password: z.string().min(1).max(128),
    captcha: z.strictObject({ id: z.string().max(64), answer: z.string().max(16) }).optional(),
  })
  .meta({ id: 'LoginRequest', description: '账号密码登录' })

export const Session = z
  .object({
    accessToken: z.string().min(16),
    expiresAt: Instant,
    account: z.object({ id: Identifier, displayName: z.string().min(1), maskedPhone: z.string() }),
  })
  .meta({ id: 'Session', description: '会话；令牌只放在 Authorization 头里' })

const CertificateStatus = z
  .enum(['valid', 'expiring', 'expired', 'revoked', 'superseded'])
  .meta({ id: 'CertificateStatus', description: '证书状态' })

const Certificate = z
  .object({
    id: Identifier.meta({ description: '不透明标识；序列号只在同一颁发者内唯一' }),
    serialNumber: z.string().regex(/^[0-9A-F]{2,40}$/),
    publicKeySha256: Sha256.meta({ description: 'SubjectPublicKeyInfo（DER）的 SHA-256，用来与 USB Key 上的证书对应' }),
    issuer: z.string(),
    commonName: z.string(),
    organisation: z.string().nullable(),
    applicationType: z.string(),
    holderKind: z.enum(['organisation', 'personal']),
    cardNumber: z.string().nullable(),
    unifiedSocialCreditCode: z
      .string()
      .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
      .nullable(),
    usage: z.enum(['signing', 'encryption']),
    keyAlgorithm: z.enum(['rsa-2048', 'rsa-3072', 'p-256', 'sm2']),
    notBefore: Instant,
    notAfter: Instant,
    status: CertificateStatus,
    renewable: z.boolean(),
  })
  .meta({ id: 'Certificate', description: '平台上的一张证书' })

export const CertificatePage = z
  .object({
    items: z.array(Certificate),
    page: z.int().min(1),
    pageSize: z.int().min(1).max(100),
    total: z.int().min(0),
  })
  .meta({ id: 'CertificatePage', description: '按结束时间排序的一页证书' })

export const CertificateQuery = z.strictObject({
  status: CertificateStatus.optional(),
  expiringWithinDays: z.coerce.number().int().min(1).max(365).optional(),
  cardNumber: z.string().max(64).optional(),
  serialNumber: z
    .string()
    .regex(/^[0-9A-F]{2,40}$/)
    .optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
})

export const OrderState = z
  .enum([
    'pending-verification',
    'ready',
    'in-review',
    'issuing',
    'issued',
    'completed',
    'rejected',
    'expired',
    'cancelled',
  ])
  .meta({ id: 'OrderState', description: '订单状态' })

export const OrderKind = z.enum(['renewal', 'repair']).meta({ id: 'OrderKind', description: '延期或修复' })

export const OrderCreate = z
  .strictObject({ kind: OrderKind, certificateId: Identifier })
  .meta({ id: 'OrderCreate', description: '为一张证书下单' })

export const Order = z
  .object({
    id: Identifier,
    kind: OrderKind,
    certificateId: Identifier,
    state: OrderState,
    popRequired: z.boolean().meta({ description: '旧证书仍有效时为真：请求须附旧密钥的签名' }),
    popNonce: z.base64url().min(8),
    withEncryption: z
      .boolean()
      .optional()
      .meta({ description: '为真：本订单同时更新加密证书（新加密密钥由密钥管理中心产生，用新签名公钥包装后下发）' }),
    publicKeySha256: Sha256.optional().meta({
      description: '已收到的证书请求中公钥（SubjectPublicKeyInfo，DER）的 SHA-256；客户端丢失记录后据此找回密钥',
    }),
    createdAt: Instant,
    expiresAt: Instant,
    problem: Problem.optional(),
  })
  .meta({ id: 'Order', description: '延期或修复订单' })

export const SmsChallenge = z
  .object({
    id: Identifier,
    maskedPhone: z.string(),
    codeLength: z.int().min(4).max(8),
    expiresAt: Instant,
    resendAt: Instant,
    attemptsLeft: z.int().min(0),
  })
  .meta({ id: 'SmsChallenge', description: '一条已发出的短信验证码' })

export const SmsVerify = z
  .strictObject({ code: z.string().regex(/^[0-9]{4,8}$/) })
  .meta({ id: 'SmsVerify', description: '用户输入的验证码' })

export const KeyWrapping = z.enum(['rsa-oaep-sha1/aes256-kwp', 'rsa-pkcs1/aes256-kwp']).meta({
  id: 'KeyWrapping',
  description:
    'AES-256 密钥用新签名公钥加密（RSAES-OAEP/SHA-1 或 RSAES-PKCS1-v1_5），私钥（PKCS#8）用它按 RFC 5649 包装',
})

export type KeyWrapping = z.output<typeof KeyWrapping>

export const CsrSubmit = z
  .strictObject({
    csr: z.base64().max(16_384).meta({ description: 'PKCS#10（DER）' }),
    proof: z
      .strictObject({
        algorithm: z.enum(['rsa-pkcs1-sha256', 'ecdsa-p256-sha256', 'sm2-sm3']),
        signature: z.base64().max(2048),
      })
      .optional()
      .meta({ description: '旧密钥对固定文本（订单号、随机数、CSR 的 SHA-256）的签名' }),
    keyWrapping: z.array(z.string().min(1).max(64)).max(8).optional().meta({
      description:
        '客户端能在 USB Key 上解开的加密密钥包装方式（见 KeyWrapping），平台取第一种自己支持的；没有则只签发签名证书',
    }),
  })
  .meta({ id: 'CsrSubmit', description: '提交证书请求' })

export const Issued = z
  .object({
    signingCertificate: Base64.meta({ description: 'DER' }),
    chain: z.array(Base64).max(8).meta({ description: '从签发证书到根证书，DER' }),
    encryption: z
      .object({
        certificate: Base64.meta({ description: 'DER' }),
        wrappedKey: z.object({
          wrapping: z.string().max(64).meta({ description: '见 KeyWrapping；客户端不认识的方式不会写入' }),
          encryptedKey: Base64.meta({ description: '用新签名公钥加密的 AES-256 密钥' }),
          encryptedPrivateKey: Base64.meta({ description: '按 RFC 5649 包装的 PKCS#8 私钥' }),
        }),
      })
      .optional()
      .meta({ description: '加密证书及其包装的私钥；由同一签发链签发' }),
  })
  .meta({ id: 'Issued', description: '已签发的证书' })

export const Confirmation = z
  .strictObject({
    signingCertificateSha256: Sha256,
    installed: z.boolean(),
    reason: z.string().max(200).optional(),
    encryption: z
      .strictObject({
        certificateSha256: Sha256,
        installed: z.boolean(),
        reason: z.string().max(200).optional(),
      })
      .optional()
      .meta({ description: '加密证书是否已写入；为否时旧加密证书继续有效，新的被撤销' }),
  })
  .meta({ id: 'Confirmation', description: '证书是否已写入并验证' })

export const OrderPath = z.object({ orderId: Identifier })
export const ChallengePath = OrderPath.extend({ challengeId: Identifier })
