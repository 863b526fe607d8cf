/**
 * A sample dialect, to be copied for a platform that speaks like many do: POST everywhere, HTTP 200 always, and in it
 * `{ code, msg, data }` with numbers for reasons and states, milliseconds for times, other names, a `token` header, and
 * nothing that makes a repeated request harmless. No platform is known to speak exactly this.
 */
import * as z from 'zod'
import type { Endpoint } from '../../../../shared/platform/endpoint.ts'
import type { OperationId } from '../../../../shared/platform/endpoints.ts'
import { problems } from '../../../../shared/platform/problem-codes.ts'
import { AppError } from '../../../app-error.ts'
import { checkRequest } from '../../checked-request.ts'
import { foreignAnswer, offContract, unexplained } from '../../foreign-answer.ts'
import { issuePaths } from '../../issue-paths.ts'
import { mediaType, parseJson } from '../../json-body.ts'
import { problemFailure } from '../../platform-errors.ts'
import { outcomeUnlessRefused, type Attempt, type PlatformFailure } from '../../platform-failure.ts'
import { agreedValue } from '../contract-answer.ts'
import type { Dialect } from '../dialect.ts'
import { getService, login, logout } from './account.ts'
import { listCertificates } from './certificates.ts'
import { problemOfCode } from './codes.ts'
import { confirmOrder, getIssued } from './issued.ts'
import { cancelOrder, createOrder, getOrder, listOrders, requestSms, submitCsr, verifySms } from './orders.ts'
import type { Translation } from './translation.ts'

/** What this platform offers; anything else is not sent (code internal). */
const translations: { readonly [O in OperationId]?: Translation<O> } = {
  ...{ getService, login, logout, listCertificates },
  ...{ createOrder, listOrders, getOrder, cancelOrder, requestSms, verifySms, submitCsr, getIssued, confirmOrder },
}

const Envelope = z.object({ code: z.int(), msg: z.string().nullish(), data: z.unknown().optional() })

/** What comes with a refusal, where it comes. */
const RefusalData = z
  .object({ leftTimes: z.int().min(0), waitSeconds: z.int().min(0), orderNo: z.string().regex(/^[\w-]{1,64}$/) })
  .partial()

export const envelopeDialect: Dialect = {
  basePath: '/gateway',
  idempotent: false,
  prepare: (endpoint, request, { accessToken }) => {
    const { path, say } = translationOf(endpoint)
    return {
      method: 'POST',
      target: path,
      body: JSON.stringify(say(checkRequest(endpoint, request))),
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(accessToken === undefined ? {} : { token: accessToken }),
      },
    }
  },
  read: (endpoint, answer) => {
    const { status } = answer
    const foreign = foreignAnswer(endpoint, answer)
    if (foreign !== undefined) return failed(foreign)
    if (status !== 200) return failed(unexplained(endpoint, answer))
    const json = mediaType(answer.contentType) === 'application/json' ? parseJson(answer.body) : undefined
    if (json?.ok !== true) return failed(offContract(endpoint, { status }, 'not JSON'))
    const envelope = Envelope.safeParse(json.value)
    if (!envelope.success)
      return failed(offContract(endpoint, { status, paths: issuePaths(envelope.error) }, 'envelope'))
    const { code, data } = envelope.data
    return code === 0 ? readData(endpoint, data) : failed(refusal(endpoint, code, data))
  },
}

interface AnyTranslation {
  readonly path: string
  readonly say: (request: unknown) => object
  readonly hear: z.ZodType
}

function translationOf({ operationId }: Endpoint): AnyTranslation {
  const translation = translations[operationId as OperationId]
  // What it is given has gone through the schemas of this very operation; a type cannot follow that across the table.
  if (translation !== undefined) return translation as AnyTranslation
  throw new AppError('internal', { details: { outcome: 'not-done', operation: operationId, missing: 'translation' } })
}

function readData(endpoint: Endpoint, data: unknown): Attempt {
  const heard = translationOf(endpoint).hear.safeParse(data)
  if (!heard.success) {
    return failed(offContract(endpoint, { status: 200, paths: issuePaths(heard.error) }, 'data'))
  }
  if (endpoint.success.status === 204) return { ok: true, value: undefined }
  return agreedValue(endpoint, 200, heard.data)
}

function refusal(endpoint: Endpoint, code: number, data: unknown): PlatformFailure {
  const known = problemOfCode.get(code)
  if (known === undefined) return unknownCode(endpoint, code)
  const { leftTimes, waitSeconds, orderNo } = RefusalData.safeParse(data).data ?? {}
  const [status, title] = problems[known]
  const problem = {
    ...{ status, title, code: known },
    ...(leftTimes === undefined ? {} : { attemptsLeft: leftTimes }),
    ...(waitSeconds === undefined ? {} : { retryAfterSeconds: waitSeconds }),
    ...(orderNo === undefined ? {} : { existingOrderId: orderNo }),
  }
  const failure = problemFailure(endpoint, { status, problem })
  // The status stands for the reason only; what came was a 200 with a number.
  return { ...failure, details: { ...failure.details, status: 200, platformCode: code } }
}

/** Its HTTP status tells nothing, and a number nobody knows tells less: whether it was done is not known. */
function unknownCode(endpoint: Endpoint, code: number): PlatformFailure {
  return {
    code: 'platform.internal',
    outcome: outcomeUnlessRefused(endpoint),
    mayRepeat: false,
    details: { status: 200, problem: 'unknown', platformCode: code },
  }
}

function failed(failure: PlatformFailure): Attempt {
  return { ok: false, failure }
}
