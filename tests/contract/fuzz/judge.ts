/** Holds an answer against the contract. */
import type { Check } from './checks.ts'
import type { DescribedResponse, Operation } from './contract.ts'
import type { RawAnswer } from './send.ts'

export interface Judged {
  readonly operation: Operation
  /** As it was sent; another one than the operation's is not described at this path. */
  readonly method: string
  /** Why the contract forbids the request. */
  readonly objection: string | undefined
  /** The contract leaves open what is to be answered. */
  readonly isUnsaid: boolean
  /** The login was ours and good. */
  readonly isLoggedIn: boolean
  readonly answer: RawAnswer
}

/** What HTTP itself answers to a request that the contract forbids anyway. */
const ofHttp: readonly number[] = [400, 404, 405, 406, 413, 414, 415, 431, 501]

/** What is wrong with the answer; empty when nothing is. */
export function judge(check: Check, judged: Judged): readonly string[] {
  const { operation, method, objection, isUnsaid, answer } = judged
  const { status } = answer
  if (isUnknownPath(judged)) return ['is not answered at all']
  if (status >= 500) return [`${status}: ${wordsOf(answer)}`]
  const isDescribed = method === operation.method
  if (!isDescribed && status < 400) return [`${method} is not described here, and was answered with ${status}`]
  if (status < 300 && objection !== undefined) return [`took what the contract forbids: ${objection}`]
  const isAllowed = objection === undefined && !isUnsaid && isDescribed
  if (status === 400 && isAllowed && judged.isLoggedIn) {
    return [`refused what the contract allows: ${wordsOf(answer)}`]
  }
  const described = isDescribed ? operation.responses[status] : undefined
  if (described !== undefined) return answerObjections(check, described, judged)
  const isOfHttp = ofHttp.includes(status) && !isAllowed
  const other = operation.responses['default']
  if (!isOfHttp || other === undefined) return [`status ${status} is not described`]
  return method === 'HEAD' ? [] : answerObjections(check, other, judged)
}

/** No code of an operation's own 404 is this one. */
const isUnknownPath = ({ operation, method, objection, answer }: Judged) =>
  answer.status === 404 &&
  method === operation.method &&
  objection === undefined &&
  answer.body.toString().includes('"code":"request.invalid"')

/** Without what is new in every answer, so that a finding comes once. */
const wordsOf = ({ body }: RawAnswer) =>
  body
    .toString()
    .replace(/"traceId":"(?:[^"\\]|\\.)*",?/, '')
    .slice(0, 300)

function answerObjections(check: Check, described: DescribedResponse, judged: Judged): readonly string[] {
  return [...headerObjections(check, described, judged), ...bodyObjections(check, described, judged)].map(
    (found) => `${judged.answer.status}: ${found}`,
  )
}

function headerObjections(check: Check, { headers = {} }: DescribedResponse, { answer }: Judged): readonly string[] {
  return Object.entries(headers).flatMap(([name, { required, schema }]) => {
    const value = answer.headers[name.toLowerCase()]
    if (value === undefined) {
      const isPending = name === 'Retry-After' && /"state":"(?:in-review|issuing)"/.test(answer.body.toString())
      return required === true || isPending ? [`header ${name} is missing`] : []
    }
    const wrong = check(schema, String(value))
    return wrong === undefined ? [] : [`header ${name} ${wrong}`]
  })
}

function bodyObjections(check: Check, { content, ...described }: DescribedResponse, { answer }: Judged) {
  const mediaType = answer.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (content === undefined) return answer.body.length === 0 ? [] : ['a body that is not described']
  const entry = content[mediaType ?? '']
  if (entry === undefined) return [`media type ${mediaType ?? 'none'} is not described`]
  if (entry.schema === undefined) return []
  const body = parsed(answer.body)
  if (body === undefined) return ['the body is not JSON']
  const wrong = check(entry.schema, body)
  if (wrong !== undefined) return [wrong]
  return problemObjections(described['x-problem-codes'], body, answer)
}

function problemObjections(codes: readonly string[] | undefined, body: unknown, answer: RawAnswer): readonly string[] {
  if (codes === undefined) return []
  const { code, status, retryAfterSeconds } = body as { code: string; status: number; retryAfterSeconds?: number }
  const seconds = answer.headers['retry-after']
  return [
    ...(codes.includes(code) ? [] : [`code ${code} is not described`]),
    ...(status === answer.status ? [] : [`the body says status ${status}`]),
    ...(retryAfterSeconds === undefined || seconds === String(retryAfterSeconds) ? [] : ['Retry-After differs']),
  ]
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))
  } catch {
    return undefined
  }
}
