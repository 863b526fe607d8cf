import * as z from 'zod'
import { Instant } from './common.ts'

/** Parts of this contract that a platform need not have. What is not named here is never called. */
export const optionalFeatures = [
  'captchas',
  'announcements',
  'faqs',
  'downloads',
  'seals',
  'enquiries',
  'shipments',
  'pkcs7',
] as const

export const Service = z
  .object({
    name: z.string().min(1).max(64),
    apiVersion: z.string().max(16).meta({ example: '1.0' }),
    time: Instant.meta({ description: '平台当前时间；客户端据此判断有效期，不改动电脑时间' }),
    maintenance: z
      .object({ from: Instant, until: Instant, notice: z.string().max(500) })
      .optional()
      .meta({ description: '已安排或正在进行的维护' }),
    features: z
      .array(z.string().max(32))
      .max(32)
      .optional()
      .meta({ description: `本平台提供的可选部分：${optionalFeatures.join('、')}；没有列出的客户端不会调用` }),
    keyAlgorithms: z
      .array(z.string().max(32))
      .max(16)
      .optional()
      .meta({ description: '可以签发的密钥算法，如 rsa-2048、p-256、sm2' }),
    oldestClientVersion: z.string().max(32).optional().meta({ description: '可以使用的最低客户端版本' }),
    limits: z
      .object({ sealImageBytes: z.int().min(1), smsPerDay: z.int().min(1), smsResendSeconds: z.int().min(0) })
      .partial()
      .optional()
      .meta({ description: '平台的限制' }),
  })
  .meta({ id: 'Service', description: '平台名称、接口版本、当前时间、可选部分与维护公告' })
