/** Every operation of the platform: path, bodies, refusals, and how it may be repeated. */
import type * as z from 'zod'
import type { ProblemCode } from './problem-codes.ts'
import {
  CertificatePage,
  CertificateQuery,
  ChallengePath,
  Confirmation,
  CsrSubmit,
  Issued,
  LoginRequest,
  Order,
  OrderCreate,
  OrderPath,
  Service,
  Session,
  SmsChallenge,
  SmsVerify,
} from './schemas.ts'

/** `safe`: may be repeated. `keyed`: may be repeated with the same Idempotency-Key. `never`: must not be repeated. */
export type RetryClass = 'safe' | 'keyed' | 'never'

export interface Endpoint {
  readonly operationId: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly summary: string
  readonly auth: boolean
  readonly retry: RetryClass
  readonly timeoutMs: number
  readonly maxResponseBytes: number
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly success: { readonly status: 200 | 201 | 204; readonly body?: z.ZodType }
  readonly problems: Readonly<Record<number, readonly ProblemCode[]>>
}

const endpoint = <const E extends Endpoint>(description: E): E => description
const usual = { timeoutMs: 15_000, maxResponseBytes: 1 << 20 } as const
const readProblems = { 400: ['request.invalid'], 401: ['auth.session-expired'], 503: ['service.maintenance'] } as const
const keyedProblems = {
  400: ['request.malformed', 'request.invalid'],
  401: ['auth.session-expired'],
  503: ['service.maintenance'],
} as const

export const endpoints = {
  getService: endpoint({
    operationId: 'getService',
    method: 'GET',
    path: '/service',
    summary: '平台信息与当前时间',
    auth: false,
    retry: 'safe',
    ...usual,
    timeoutMs: 5_000,
    success: { status: 200, body: Service },
    problems: { 503: ['service.maintenance'] },
  }),
  login: endpoint({
    operationId: 'login',
    method: 'POST',
    path: '/sessions',
    summary: '登录',
    auth: false,
    retry: 'never',
    ...usual,
    body: LoginRequest,
    success: { status: 201, body: Session },
    problems: {
      400: ['request.malformed', 'request.invalid'],
      401: ['auth.bad-credentials', 'auth.captcha-required', 'auth.captcha-wrong'],
      403: ['auth.locked'],
      429: ['rate.limited'],
      503: ['service.maintenance'],
    },
  }),
  logout: endpoint({
    operationId: 'logout',
    method: 'DELETE',
    path: '/sessions/current',
    summary: '退出登录',
    auth: true,
    retry: 'safe',
    ...usual,
    success: { status: 204 },
    problems: readProblems,
  }),
  listCertificates: endpoint({
    operationId: 'listCertificates',
    method: 'GET',
    path: '/certificates',
    summary: '我的证书',
    auth: true,
    retry: 'safe',
    ...usual,
    query: CertificateQuery,
    success: { status: 200, body: CertificatePage },
    problems: readProblems,
  }),
  createOrder: endpoint({
    operationId: 'createOrder',
    method: 'POST',
    path: '/orders',
    summary: '申请延期或修复',
    auth: true,
    retry: 'keyed',
    ...usual,
    body: OrderCreate,
    success: { status: 201, body: Order },
    problems: {
      ...keyedProblems,
      404: ['certificate.not-found'],
      409: ['order.active-exists', 'request.idempotency-in-progress'],
      422: ['request.idempotency-key-reused', 'certificate.not-renewable', 'certificate.revoked'],
    },
  }),
  getOrder: endpoint({
    operationId: 'getOrder',
    method: 'GET',
    path: '/orders/{orderId}',
    summary: '订单状态',
    auth: true,
    retry: 'safe',
    ...usual,
    params: OrderPath,
    success: { status: 200, body: Order },
    problems: { ...readProblems, 404: ['order.not-found'] },
  }),
  cancelOrder: endpoint({
    operationId: 'cancelOrder',
    method: 'POST',
    path: '/orders/{orderId}/cancellation',
    summary: '签发前撤销订单',
    auth: true,
    retry: 'keyed',
    ...usual,
    params: OrderPath,
    success: { status: 200, body: Order },
    problems: {
      ...keyedProblems,
      404: ['order.not-found'],
      409: ['order.wrong-state', 'request.idempotency-in-progress'],
      422: ['request.idempotency-key-reused'],
    },
  }),
  requestSms: endpoint({
    operationId: 'requestSms',
    method: 'POST',
    path: '/orders/{orderId}/sms-challenges',
    summary: '向预留手机发送验证码',
    auth: true,
    retry: 'keyed',
    ...usual,
    params: OrderPath,
    success: { status: 201, body: SmsChallenge },
    problems: {
      ...keyedProblems,
      404: ['order.not-found'],
      409: ['order.wrong-state', 'request.idempotency-in-progress'],
      410: ['order.expired'],
      422: ['request.idempotency-key-reused'],
      429: ['sms.too-soon', 'sms.daily-limit'],
    },
  }),
  verifySms: endpoint({
    operationId: 'verifySms',
    method: 'POST',
    path: '/orders/{orderId}/sms-challenges/{challengeId}/verification',
    summary: '核对验证码',
    auth: true,
    retry: 'keyed',
    ...usual,
    params: ChallengePath,
    body: SmsVerify,
    success: { status: 200, body: Order },
    problems: {
      ...keyedProblems,
      404: ['order.not-found'],
      409: ['order.wrong-state', 'request.idempotency-in-progress'],
      410: ['sms.code-expired', 'order.expired'],
      422: ['sms.wrong-code', 'request.idempotency-key-reused'],
      429: ['sms.locked'],
    },
  }),
  submitCsr: endpoint({
    operationId: 'submitCsr',
    method: 'POST',
    path: '/orders/{orderId}/csr',
    summary: '提交证书请求',
    auth: true,
    retry: 'keyed',
    ...usual,
    timeoutMs: 60_000,
    params: OrderPath,
    body: CsrSubmit,
    success: { status: 200, body: Order },
    problems: {
      ...keyedProblems,
      404: ['order.not-found'],
      409: ['order.wrong-state', 'request.idempotency-in-progress'],
      410: ['order.expired'],
      422: [
        'csr.unreadable',
        'csr.bad-signature',
        'csr.weak-key',
        'csr.key-reused',
        'csr.subject-mismatch',
        'pop.required',
        'pop.invalid',
        'request.idempotency-key-reused',
      ],
    },
  }),
  getIssued: endpoint({
    operationId: 'getIssued',
    method: 'GET',
    path: '/orders/{orderId}/certificate',
    summary: '取回已签发的证书',
    auth: true,
    retry: 'safe',
    ...usual,
    params: OrderPath,
    success: { status: 200, body: Issued },
    problems: { ...readProblems, 404: ['order.not-found'], 409: ['order.wrong-state'] },
  }),
  confirmOrder: endpoint({
    operationId: 'confirmOrder',
    method: 'POST',
    path: '/orders/{orderId}/confirmation',
    summary: '确认证书已写入（或没有写入）',
    auth: true,
    retry: 'keyed',
    ...usual,
    params: OrderPath,
    body: Confirmation,
    success: { status: 200, body: Order },
    problems: {
      ...keyedProblems,
      404: ['order.not-found'],
      409: ['order.wrong-state', 'request.idempotency-in-progress'],
      422: ['confirm.mismatch', 'request.idempotency-key-reused'],
    },
  }),
} as const

export type Endpoints = typeof endpoints
export type OperationId = keyof Endpoints

type Input<T> = T extends z.ZodType ? z.input<T> : never
type Output<T> = T extends z.ZodType ? z.output<T> : undefined
type Field<E, K extends string> = E extends Record<K, infer V> ? V : undefined
type Part<E, K extends string> =
  Field<E, K> extends z.ZodType ? Readonly<Record<K, Input<Field<E, K>>>> : Readonly<Partial<Record<K, undefined>>>

/** What a caller passes: `params`, `query` and `body` where the operation has them. */
export type PlatformRequest<O extends OperationId> = Part<Endpoints[O], 'params'> &
  (Field<Endpoints[O], 'query'> extends z.ZodType
    ? { readonly query: Input<Field<Endpoints[O], 'query'>> }
    : { readonly query?: undefined }) &
  Part<Endpoints[O], 'body'>

/** What a server receives, after the schemas. */
export interface PlatformReceived<O extends OperationId> {
  readonly params: Output<Field<Endpoints[O], 'params'>>
  readonly query: Output<Field<Endpoints[O], 'query'>>
  readonly body: Output<Field<Endpoints[O], 'body'>>
}

/** The answer of a success. */
export type PlatformAnswer<O extends OperationId> = Output<Field<Endpoints[O]['success'], 'body'>>
