/** Building blocks of the wire format. */
import * as z from 'zod'

export const Instant = z.iso
  .datetime({ offset: true })
  .meta({ id: 'Instant', description: 'RFC 3339 时刻，带时区', example: '2026-11-23T08:00:00Z' })

export const Base64 = z.base64().meta({ id: 'Base64', description: 'RFC 4648 第 4 节，有填充，不换行' })

export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256，小写十六进制' })

export const Identifier = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .meta({ description: '不透明标识，由平台分配' })

/** Upper-case hex of even length without a sign octet. */
export const SerialNumber = z
  .string()
  .regex(/^(?:[0-9A-F]{2}){1,20}$/)
  .meta({ description: '证书序列号：大写十六进制，偶数位，不含符号字节；只在同一颁发者内唯一', example: '0A1B2C' })

/** Text that a person of the platform has written. */
export const TextFormat = z
  .enum(['plain', 'markdown'])
  .meta({ id: 'TextFormat', description: '正文格式：纯文本，或 CommonMark（其中的 HTML 一律当作文字）' })

export const PageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1).meta({ description: '第几页，从 1 起' }),
  pageSize: z.coerce.number().int().min(1).max(100).default(20).meta({ description: '每页条数' }),
})

/** One page of a list whose order does not change between two pages. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    page: z.int().min(1),
    pageSize: z.int().min(1).max(100),
    total: z.int().min(0).meta({ description: '符合条件的总条数' }),
  })
}

export const Problem = z
  .object({
    type: z.string().optional(),
    title: z.string().meta({ description: '一句中文；客户端以自己的文字为准，只作小字显示' }),
    status: z.int().min(400).max(599),
    detail: z.string().optional().meta({ description: '纯文本，不含 HTML' }),
    code: z.string().meta({ description: '见错误码表；客户端遇到不认识的代码时按状态码类别处理' }),
    traceId: z.string().optional().meta({ description: '平台日志里的编号，供客服查询' }),
    retryAfterSeconds: z.int().nonnegative().optional().meta({ description: '多少秒后可以再试，与 Retry-After 相同' }),
    attemptsLeft: z.int().nonnegative().optional().meta({ description: '还可以尝试几次' }),
    existingOrderId: Identifier.optional().meta({ description: '随 order.active-exists：已有的订单号' }),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: '不符合约定的位置（JSON Pointer）' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 问题详情' })
