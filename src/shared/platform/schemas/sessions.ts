import * as z from 'zod'
import { Base64, Identifier, Instant } from './common.ts'

export const Captcha = z
  .object({
    id: z.string().min(1).max(64),
    image: Base64.max(200_000).meta({ description: 'PNG 图片' }),
    expiresAt: Instant,
  })
  .meta({ id: 'Captcha', description: '图形验证码；只能用一次' })

export const LoginRequest = z
  .strictObject({
    account: z.string().min(1).max(64),
    password: z.string().min(1).max(128),
    captcha: z
      .strictObject({ id: z.string().min(1).max(64), answer: z.string().min(1).max(16) })
      .optional()
      .meta({ description: '平台以 auth.captcha-required 要求时才需要' }),
  })
  .meta({ id: 'LoginRequest', description: '账号密码登录' })

const AccountHolder = z
  .object({
    id: Identifier,
    displayName: z.string().min(1).max(200),
    maskedPhone: z.string().max(32).meta({ description: '掩码后的预留手机号', example: '138****1234' }),
  })
  .meta({ id: 'AccountHolder', description: '登录的账号' })

export const Session = z
  .object({
    accessToken: z.string().min(16).max(4096).meta({ description: '只放在 Authorization 头里（RFC 6750）' }),
    expiresAt: Instant,
    account: AccountHolder,
  })
  .meta({ id: 'Session', description: '新的会话' })

export const CurrentSession = z
  .object({ expiresAt: Instant, account: AccountHolder })
  .meta({ id: 'CurrentSession', description: '当前会话；不再给出令牌' })
