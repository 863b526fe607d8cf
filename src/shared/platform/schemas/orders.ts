import * as z from 'zod'
import { Base64, Identifier, Instant, PageQuery, pageOf, Problem, SerialNumber, Sha256 } from './common.ts'

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
  .meta({ id: 'OrderState', description: '订单状态，见接入说明的状态图' })

export const OrderKind = z.enum(['renewal', 'repair']).meta({ id: 'OrderKind', description: '延期或修复' })

const rsaWrappings = ['rsa-oaep-sha1/aes256-kwp', 'rsa-pkcs1/aes256-kwp'] as const
const sm2Wrappings = ['sm2-enveloped-key/sm4-ecb', 'sm2-enveloped-key/sm1-ecb', 'sm2-enveloped-key/ssf33-ecb'] as const

export const KeyWrapping = z.enum([...rsaWrappings, ...sm2Wrappings]).meta({
  id: 'KeyWrapping',
  description:
    'rsa-…：AES-256 密钥用新签名公钥加密（RSAES-OAEP/SHA-1 或 RSAES-PKCS1-v1_5），私钥（PKCS#8）用它按 RFC 5649 包装。sm2-enveloped-key/…：SM2EnvelopedKey（GM/T 0009 第 7.4 节），其中的对称算法是 SM4、SM1 或 SSF33 的 ECB 模式',
})

export type KeyWrapping = z.output<typeof KeyWrapping>
export type RsaWrapping = (typeof rsaWrappings)[number]
export type Sm2Wrapping = (typeof sm2Wrappings)[number]

/** Open: the platform takes the first that it supports, and passes over what it does not know. */
const offeredWrappings = z.array(z.string().min(1).max(64)).max(8)

export const OrderCreate = z
  .strictObject({
    kind: OrderKind,
    certificateId: Identifier,
    keyWrapping: offeredWrappings.optional().meta({
      description:
        'USB Key 能解开的加密密钥包装方式（见 KeyWrapping），较好的在前；在产生密钥之前告知。给出时，没有一种平台支持则本订单不含加密证书；没有给出则到提交证书请求时再定',
    }),
  })
  .meta({ id: 'OrderCreate', description: '为一张证书下单' })

export const Order = z
  .object({
    id: Identifier,
    kind: OrderKind,
    certificateId: Identifier,
    certificate: z
      .object({
        commonName: z.string().max(200),
        cardNumber: z.string().max(64).nullable(),
        serialNumber: SerialNumber,
        notAfter: Instant,
      })
      .optional()
      .meta({ description: '被延期或修复的证书，供列表显示' }),
    state: OrderState,
    popRequired: z.boolean().meta({ description: '旧证书仍有效时为真：请求须附旧密钥的签名' }),
    popNonce: z.base64url().min(8).meta({ description: '旧密钥证明用的随机数；每次安装失败后更换' }),
    withEncryption: z
      .boolean()
      .optional()
      .meta({ description: '为真：本订单同时更新加密证书（新加密密钥由密钥管理中心产生，用新签名公钥包装后下发）' }),
    publicKeySha256: Sha256.optional().meta({
      description: '已收到的证书请求中公钥（SubjectPublicKeyInfo，DER）的 SHA-256；客户端丢失记录后据此找回密钥',
    }),
    createdAt: Instant,
    expiresAt: Instant,
    endedAt: Instant.optional().meta({ description: '完成、驳回、撤销或过期的时刻' }),
    problem: Problem.optional().meta({ description: '驳回的原因' }),
  })
  .meta({ id: 'Order', description: '延期或修复订单' })

export const OrderQuery = PageQuery.extend({
  certificateId: Identifier.optional(),
  state: OrderState.optional(),
  active: z.enum(['true', 'false']).optional().meta({ description: '为 true：只列未结束的；为 false：只列已结束的' }),
})

export const OrderPage = pageOf(Order).meta({ id: 'OrderPage', description: '一页订单，新的在前' })

export const SmsChallenge = z
  .object({
    id: Identifier,
    maskedPhone: z.string().max(32).meta({ example: '138****1234' }),
    codeLength: z.int().min(4).max(8),
    expiresAt: Instant,
    resendAt: Instant.meta({ description: '最早可以再次发送的时刻' }),
    attemptsLeft: z.int().min(0),
  })
  .meta({ id: 'SmsChallenge', description: '一条已发出的短信验证码' })

export const SmsVerify = z
  .strictObject({ code: z.string().regex(/^[0-9]{4,8}$/) })
  .meta({ id: 'SmsVerify', description: '用户输入的验证码' })

export const CsrSubmit = z
  .strictObject({
    csr: z.base64().max(16_384).meta({ description: 'PKCS#10（DER）' }),
    proof: z
      .strictObject({
        algorithm: z.enum(['rsa-pkcs1-sha256', 'ecdsa-p256-sha256', 'sm2-sm3']),
        signature: z.base64().max(2048),
      })
      .optional()
      .meta({
        description:
          '旧密钥对固定文本（订单号、随机数、CSR 的 SHA-256）的签名。ECDSA 与 SM2 的签名是 DER 的 SEQUENCE { r, s }；SM2 用默认的用户标识 1234567812345678',
      }),
    keyWrapping: offeredWrappings.optional().meta({
      description:
        '客户端能在 USB Key 上解开的加密密钥包装方式（见 KeyWrapping），平台取第一种自己支持的；没有则只签发签名证书',
    }),
  })
  .meta({ id: 'CsrSubmit', description: '提交证书请求' })

const wrapping = z.string().max(64).meta({ description: '见 KeyWrapping；客户端不认识的方式不会写入' })

const RsaWrappedKey = z
  .object({
    wrapping,
    encryptedKey: Base64.meta({ description: '用新签名公钥加密的 AES-256 密钥' }),
    encryptedPrivateKey: Base64.meta({ description: '按 RFC 5649 包装的 PKCS#8 私钥' }),
  })
  .meta({ id: 'RsaWrappedKey', description: '给 RSA 签名公钥的加密密钥' })

const Sm2WrappedKey = z
  .object({
    wrapping,
    envelopedKey: Base64.meta({ description: 'SM2EnvelopedKey（GM/T 0009 第 7.4 节），DER' }),
  })
  .meta({ id: 'Sm2WrappedKey', description: '给 SM2 签名公钥的加密密钥' })

export const Issued = z
  .object({
    signingCertificate: Base64.meta({ description: 'DER' }),
    chain: z.array(Base64).max(8).meta({ description: '从签发证书到根证书，DER' }),
    encryption: z
      .object({
        certificate: Base64.meta({ description: 'DER' }),
        wrappedKey: z.union([RsaWrappedKey, Sm2WrappedKey]),
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
