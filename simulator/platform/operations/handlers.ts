import type {
  Endpoints,
  OperationId,
  PlatformAnswer,
  PlatformReceived,
} from '../../../src/shared/platform/endpoints.ts'
import type { Platform } from '../platform.ts'
import type { Account } from '../state/state.ts'
import { listCertificates } from './certificate-handlers.ts'
import { submitCsr } from './csr-handlers.ts'
import { confirmOrder, getIssued } from './issued-handlers.ts'
import { cancelOrder, createOrder, getOrder } from './order-handlers.ts'
import { getService } from './service-handlers.ts'
import { login, logout } from './session-handlers.ts'
import { requestSms, verifySms } from './sms-handlers.ts'

/** One request after all checks of form; `account` is there for every operation that needs a login. */
export interface Call<O extends OperationId> extends PlatformReceived<O> {
  readonly account: Endpoints[O]['auth'] extends true ? Account : undefined
  readonly authorization: string | undefined
}

/** Changes the state and answers, or throws a Refusal having changed only what the refusal itself means. */
export type Handler<O extends OperationId> = (
  platform: Platform,
  call: Call<O>,
) => PlatformAnswer<O> | Promise<PlatformAnswer<O>>

export const handlers: { readonly [O in OperationId]?: Handler<O> } = {
  getService,
  login,
  logout,
  listCertificates,
  createOrder,
  getOrder,
  cancelOrder,
  requestSms,
  verifySms,
  submitCsr,
  getIssued,
  confirmOrder,
}
