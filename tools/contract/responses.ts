/** The answers of one operation, as OpenAPI objects. */
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import type { Endpoint } from '../../src/shared/platform/endpoint.ts'
import { endpoints } from '../../src/shared/platform/endpoints.ts'
import { problems, type ProblemCode } from '../../src/shared/platform/problem-codes.ts'
import { Order } from '../../src/shared/platform/schemas/orders.ts'
import { Problem } from '../../src/shared/platform/schemas/common.ts'
import { answerHeaders } from './headers.ts'

type Answer = NonNullable<ZodOpenApiResponsesObject['default']>

const problemContent = { 'application/problem+json': { schema: Problem } }

export function responsesOf(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const refusals = refusalsOf(endpoint).map(([status, codes]) => [status, refusalOrReference(status, codes)] as const)
  return {
    [endpoint.success.status]: success(endpoint),
    ...(endpoint.success.ranges === true ? { 206: part(endpoint) } : {}),
    ...Object.fromEntries(refusals),
    default: { $ref: '#/components/responses/other' },
  }
}

/** Refusals stand once and are referred to: most are the same for many operations. */
export function problemResponses(): Readonly<Record<string, ZodOpenApiResponseObject>> {
  const shared = Object.values<Endpoint>(endpoints)
    .flatMap(refusalsOf)
    .filter(([, codes]) => codes.length <= mostSharedCodes)
    .map(([status, codes]) => [nameOf(codes), refusal(status, codes)] as const)
  return { ...Object.fromEntries(shared), other }
}

/** Longer lists belong to one operation only, and their names would say nothing. */
const mostSharedCodes = 2
const nameOf = (codes: readonly ProblemCode[]) => codes.join('__')
const refusalsOf = ({ problems: listed }: Endpoint) => Object.entries(listed)

const other: ZodOpenApiResponseObject = {
  description: '其他问题，包括途经的网关给出的。客户端按状态码类别处理：4xx 是拒绝，5xx 不说明操作是否已经完成。',
  content: problemContent,
}

function success({ retry, success: { description, body, octets, alternatives, ranges } }: Endpoint) {
  const content = {
    ...(body === undefined ? {} : { 'application/json': { schema: body } }),
    ...octetContent(octets, ...(alternatives ?? [])),
  }
  return {
    description,
    headers: answerHeaders(
      ...(body === Order && retry === 'safe' ? ['Retry-After-Pending' as const] : []),
      ...(retry === 'keyed' ? ['Idempotent-Replayed' as const] : []),
      ...(ranges === true ? ['ETag' as const, 'Accept-Ranges' as const] : []),
    ),
    ...(Object.keys(content).length === 0 ? {} : { content }),
  }
}

function part({ success: { octets } }: Endpoint): ZodOpenApiResponseObject {
  return { description: '所要的一段', headers: answerHeaders('ETag', 'Content-Range'), content: octetContent(octets) }
}

/** OpenAPI 3.1 describes octets by their media type alone. */
function octetContent(...types: readonly (string | undefined)[]) {
  return Object.fromEntries(types.filter((type) => type !== undefined).map((type) => [type, {}]))
}

function refusalOrReference(status: string, codes: readonly ProblemCode[]): Answer {
  return codes.length > mostSharedCodes ? refusal(status, codes) : { $ref: `#/components/responses/${nameOf(codes)}` }
}

function refusal(status: string, codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`：${problems[code][1]}`).join('；'),
    headers: answerHeaders(
      ...(status === '429' || status === '503' ? ['Retry-After' as const] : []),
      ...(status === '416' ? ['Content-Range-Unsatisfied' as const] : []),
    ),
    content: problemContent,
    'x-problem-codes': [...codes],
  }
}
