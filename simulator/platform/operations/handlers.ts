import type {
  Endpoints,
  OperationId,
  PlatformAnswer,
  PlatformReceived,
} from '../../../src/shared/platform/endpoints.ts'
import type { Representation } from '../http/byte-ranges.ts'
import type { Platform } from '../platform.ts'
import type { Account } from '../state/state.ts'
import { createCaptcha } from './captcha-handlers.ts'
import { getCertificate, listCertificates } from './certificate-handlers.ts'
import { getAnnouncement, getDownloadContent, listAnnouncements, listDownloads, listFaqs } from './content-handlers.ts'
import { submitCsr } from './csr-handlers.ts'
import { listEnquiries, listShipments } from './desk-handlers.ts'
import { confirmOrder, getIssued } from './issued-handlers.ts'
import { cancelOrder, createOrder, getOrder, listOrders } from './order-handlers.ts'
import { createSeal, deleteSeal, getSeal, getSealImage, listSeals, putSealImage } from './seal-handlers.ts'
import { getService } from './service-handlers.ts'
import { getSession, login, logout } from './session-handlers.ts'
import { requestSms, verifySms } from './sms-handlers.ts'

/** One request after all checks of form; `account` is there for every operation that needs a login. */
export interface Call<O extends OperationId> extends PlatformReceived<O> {
  readonly account: Endpoints[O]['auth'] extends true ? Account : undefined
  readonly authorization: string | undefined
}

/** What an operation makes: its answer, or the whole of that which a client may ask for in parts. */
type Made<O extends OperationId> = Endpoints[O]['success'] extends { readonly ranges: true }
  ? Representation
  : PlatformAnswer<O>

/** Changes the state and answers, or throws a Refusal having changed only what the refusal itself means. */
export type Handler<O extends OperationId> = (platform: Platform, call: Call<O>) => Made<O> | Promise<Made<O>>

export const handlers: { readonly [O in OperationId]: Handler<O> } = {
  getService,
  createCaptcha,
  login,
  getSession,
  logout,
  listAnnouncements,
  getAnnouncement,
  listFaqs,
  listDownloads,
  getDownloadContent,
  listCertificates,
  getCertificate,
  listOrders,
  createOrder,
  getOrder,
  cancelOrder,
  requestSms,
  verifySms,
  submitCsr,
  getIssued,
  confirmOrder,
  listSeals,
  createSeal,
  getSeal,
  putSealImage,
  getSealImage,
  deleteSeal,
  listEnquiries,
  listShipments,
}
