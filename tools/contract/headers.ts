/** Headers that several operations have in common, as OpenAPI objects. */
import * as z from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import type { Endpoint } from '../../src/shared/platform/endpoint.ts'

const imfDate = '^[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT$'
const text = (pattern: string) => ({ type: 'string' as const, pattern })
const requestId = '^[!-~]{1,128}$'
const entityTag = '^"[!#-~]*"$'

export const headerComponents = {
  'X-Request-Id': {
    description: '本次请求的编号；请求带有合格的编号时原样返回，否则由平台生成。与问题详情中的 traceId 相同',
    required: true,
    schema: text(requestId),
  },
  Date: {
    description: '平台当前时间（RFC 9110 第 5.6.7 节）；客户端据此测量电脑时钟的偏差',
    required: true,
    schema: text(imfDate),
  },
  'Cache-Control': { description: '任何回答都不得缓存', required: true, schema: text('no-store') },
  'Retry-After': {
    description: '多少秒之后可以再试，或者一个 HTTP 日期',
    required: true,
    schema: text(`^\\d{1,10}$|${imfDate}`),
  },
  'Retry-After-Pending': {
    description: '订单处于 in-review 或 issuing 时给出：多少秒之后再查询，或者一个 HTTP 日期',
    schema: text(`^\\d{1,10}$|${imfDate}`),
  },
  'Idempotent-Replayed': {
    description: '为 true：这是同一个幂等键上一次的回答，没有再做一次',
    schema: text('^true$'),
  },
  ETag: { description: '强实体标签（RFC 9110 第 8.8.3 节）', required: true, schema: text(entityTag) },
  'Accept-Ranges': { description: '支持按字节分段', required: true, schema: text('^bytes$') },
  'Content-Range': {
    description: '这是哪一段（RFC 9110 第 14.4 节）',
    required: true,
    schema: text('^bytes \\d+-\\d+/\\d+$'),
  },
  'Content-Range-Unsatisfied': {
    description: '文件的实际大小（RFC 9110 第 14.4 节）',
    schema: text('^bytes \\*/\\d+$'),
  },
}

/** A component may describe a header of another name: the same header means different things at different statuses. */
const headerOf: Readonly<Record<string, string>> = {
  'Retry-After-Pending': 'Retry-After',
  'Content-Range-Unsatisfied': 'Content-Range',
}

/** References to these components, after those that every answer carries. */
export function answerHeaders(
  ...special: readonly (keyof typeof headerComponents)[]
): NonNullable<ZodOpenApiResponseObject['headers']> {
  const names = ['X-Request-Id', 'Date', 'Cache-Control', ...special]
  return Object.fromEntries(names.map((name) => [headerOf[name] ?? name, { $ref: `#/components/headers/${name}` }]))
}

const idempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/)
  .meta({
    description: '幂等键：一次操作一个（本客户端用 UUID），重复发送时不变；作用范围是账号，保存 24 小时',
    param: { id: 'Idempotency-Key' },
  })
const sentRequestId = z
  .string()
  .optional()
  .meta({
    description: '客户端为每次发送生成的编号，1 到 128 个可见 ASCII 字符；不合格的不算错误，由平台另行生成',
    param: { id: 'X-Request-Id' },
  })
/** No patterns here: a range that cannot be read is ignored (RFC 9110, 14.2), not refused. */
const range = z
  .string()
  .optional()
  .meta({ description: '只要这一段，一次一段；读不懂的按没有处理', examples: ['bytes=0-1023'], param: { id: 'Range' } })
const ifRange = z
  .string()
  .optional()
  .meta({
    description: '文件还是这个实体标签时才分段，否则给出整个文件',
    examples: ['"0123"'],
    param: { id: 'If-Range' },
  })

/** What a request carries beside its path, query and body. */
export function requestHeaders({ retry, success }: Endpoint): z.ZodObject {
  return z.object({
    ...(retry === 'keyed' ? { 'Idempotency-Key': idempotencyKey } : {}),
    ...(success.ranges === true ? { Range: range, 'If-Range': ifRange } : {}),
    'X-Request-Id': sentRequestId,
  })
}
