import * as z from 'zod'
import { pageOf } from './certificates.ts'
import { numberOf, Time, wordOf, type Translation } from './translation.ts'

const kinds = { 1: 'renewal', 2: 'repair' } as const
const states = {
  10: 'pending-verification',
  20: 'ready',
  30: 'in-review',
  40: 'issuing',
  50: 'issued',
  60: 'completed',
  70: 'rejected',
  80: 'expired',
  90: 'cancelled',
} as const

const Order = z
  .object({
    orderNo: z.string(),
    bizType: wordOf(kinds),
    certId: z.string(),
    orderState: wordOf(states),
    needProof: z.boolean(),
    nonce: z.string(),
    dualCert: z.boolean(),
    pubKeyHash: z.string().nullish(),
    createTime: Time,
    expireTime: Time,
    rejectReason: z.string().nullish(),
  })
  .transform((it) => ({
    id: it.orderNo,
    kind: it.bizType,
    certificateId: it.certId,
    state: it.orderState,
    popRequired: it.needProof,
    popNonce: it.nonce,
    withEncryption: it.dualCert,
    ...(typeof it.pubKeyHash === 'string' ? { publicKeySha256: it.pubKeyHash } : {}),
    createdAt: it.createTime,
    expiresAt: it.expireTime,
    ...(typeof it.rejectReason === 'string'
      ? { problem: { title: it.rejectReason, status: 409, code: 'order.rejected' } }
      : {}),
  }))

export const createOrder: Translation<'createOrder'> = {
  path: '/order/apply',
  say: ({ body: { kind, certificateId, keyWrapping } }) => ({
    bizType: numberOf(kinds, kind),
    certId: certificateId,
    ...(keyWrapping === undefined ? {} : { wrapModes: keyWrapping }),
  }),
  hear: Order,
}

export const listOrders: Translation<'listOrders'> = {
  path: '/order/list',
  say: ({ query: { certificateId, active, page, pageSize } }) => ({
    ...(certificateId === undefined ? {} : { certId: certificateId }),
    ...(active === undefined ? {} : { unfinished: active === 'true' }),
    pageNo: page,
    pageRows: pageSize,
  }),
  hear: pageOf(Order),
}

export const getOrder: Translation<'getOrder'> = {
  path: '/order/query',
  say: ({ params }) => ({ orderNo: params.orderId }),
  hear: Order,
}

export const cancelOrder: Translation<'cancelOrder'> = {
  path: '/order/cancel',
  say: ({ params }) => ({ orderNo: params.orderId }),
  hear: Order,
}

export const requestSms: Translation<'requestSms'> = {
  path: '/sms/send',
  say: ({ params }) => ({ orderNo: params.orderId }),
  hear: z
    .object({
      smsId: z.string(),
      mobile: z.string(),
      codeLen: z.int(),
      expireTime: Time,
      nextSendTime: Time,
      leftTimes: z.int(),
    })
    .transform((it) => ({
      id: it.smsId,
      maskedPhone: it.mobile,
      codeLength: it.codeLen,
      expiresAt: it.expireTime,
      resendAt: it.nextSendTime,
      attemptsLeft: it.leftTimes,
    })),
}

export const verifySms: Translation<'verifySms'> = {
  path: '/sms/check',
  say: ({ params, body }) => ({ orderNo: params.orderId, smsId: params.challengeId, smsCode: body.code }),
  hear: Order,
}

export const submitCsr: Translation<'submitCsr'> = {
  path: '/order/csr',
  say: ({ params, body: { csr, proof, keyWrapping } }) => ({
    orderNo: params.orderId,
    p10: csr,
    ...(proof === undefined ? {} : { signAlg: proof.algorithm, signValue: proof.signature }),
    ...(keyWrapping === undefined ? {} : { wrapModes: keyWrapping }),
  }),
  hear: Order,
}
