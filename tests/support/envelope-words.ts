/** The sample platform's words for what the simulator says and is told: the other side of dialects/envelope. */
import type { PlatformAnswer } from '../../src/shared/platform/endpoints.ts'

type Fields = Readonly<Record<string, unknown>>

/** One path of the sample platform, and the request to the simulator that it stands for. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: (said: Fields) => string
  readonly body?: (said: Fields) => object
  readonly data: (answer: never) => unknown
}

type Order = PlatformAnswer<'getOrder'>
type Listed = PlatformAnswer<'listCertificates'>['items'][number]

const ms = (instant: string): number => Date.parse(instant)
const indexIn = (words: readonly string[], word: string): number => words.indexOf(word) + 1

const orderStates = ['pending-verification', 'ready', 'in-review', 'issuing', 'issued', 'completed']
const orderEnds = ['rejected', 'expired', 'cancelled']
const certificateStates = ['valid', 'expiring', 'expired', 'revoked', 'superseded']
const algorithms = ['rsa-2048', 'rsa-3072', 'p-256', 'sm2']

export function orderWords(order: Order): object {
  const place = [...orderStates, ...orderEnds].indexOf(order.state)
  return {
    orderNo: order.id,
    bizType: order.kind === 'renewal' ? 1 : 2,
    certId: order.certificateId,
    orderState: (place + 1) * 10,
    needProof: order.popRequired,
    nonce: order.popNonce,
    dualCert: order.withEncryption ?? false,
    pubKeyHash: order.publicKeySha256 ?? null,
    createTime: ms(order.createdAt),
    expireTime: ms(order.expiresAt),
    rejectReason: order.problem?.detail ?? null,
  }
}

function certificateWords(certificate: Listed): object {
  return {
    certId: certificate.id,
    certSn: certificate.serialNumber,
    pubKeyHash: certificate.publicKeySha256,
    issuerDn: certificate.issuer,
    certName: certificate.commonName,
    unitName: certificate.organisation,
    appType: certificate.applicationType,
    holderType: certificate.holderKind === 'organisation' ? 1 : 2,
    cardNo: certificate.cardNumber,
    creditCode: certificate.unifiedSocialCreditCode,
    keyUsage: certificate.usage === 'signing' ? 1 : 2,
    algorithm: indexIn(algorithms, certificate.keyAlgorithm),
    startTime: ms(certificate.notBefore),
    endTime: ms(certificate.notAfter),
    certState: indexIn(certificateStates, certificate.status),
    canRenew: certificate.renewable,
  }
}

const order = (said: Fields): string => `/orders/${String(said['orderNo'])}`

export const routes: Readonly<Record<string, Route>> = {
  '/system/info': {
    method: 'GET',
    path: () => '/service',
    data: (it: PlatformAnswer<'getService'>) => ({ sysName: it.name, apiVer: it.apiVersion, sysTime: ms(it.time) }),
  },
  '/user/login': {
    method: 'POST',
    path: () => '/sessions',
    body: (said) => ({ account: said['loginName'], password: said['loginPwd'] }),
    data: (it: PlatformAnswer<'login'>) => ({
      ...{ token: it.accessToken, expireTime: ms(it.expiresAt), userId: it.account.id },
      ...{ userName: it.account.displayName, mobile: it.account.maskedPhone },
    }),
  },
  '/user/logout': { method: 'DELETE', path: () => '/sessions/current', data: () => null },
  '/cert/list': {
    method: 'GET',
    path: ({ certSn, pageNo, pageRows }) => {
      const query = { page: String(pageNo), pageSize: String(pageRows) }
      const wanted = typeof certSn === 'string' ? { serialNumber: certSn } : {}
      return `/certificates?${new URLSearchParams({ ...query, ...wanted }).toString()}`
    },
    data: (it: PlatformAnswer<'listCertificates'>) => ({
      ...{ rows: it.items.map(certificateWords), pageNo: it.page, pageRows: it.pageSize, totalRows: it.total },
    }),
  },
  '/order/apply': {
    method: 'POST',
    path: () => '/orders',
    body: ({ bizType, certId, wrapModes }) => ({
      ...{ kind: bizType === 1 ? 'renewal' : 'repair', certificateId: certId },
      ...(wrapModes === undefined ? {} : { keyWrapping: wrapModes }),
    }),
    data: orderWords,
  },
  '/order/query': { method: 'GET', path: order, data: orderWords },
  '/order/cancel': { method: 'POST', path: (said) => `${order(said)}/cancellation`, data: orderWords },
  '/sms/send': {
    method: 'POST',
    path: (said) => `${order(said)}/sms-challenges`,
    data: (it: PlatformAnswer<'requestSms'>) => ({
      ...{ smsId: it.id, mobile: it.maskedPhone, codeLen: it.codeLength, expireTime: ms(it.expiresAt) },
      ...{ nextSendTime: ms(it.resendAt), leftTimes: it.attemptsLeft },
    }),
  },
  '/sms/check': {
    method: 'POST',
    path: (said) => `${order(said)}/sms-challenges/${String(said['smsId'])}/verification`,
    body: (said) => ({ code: said['smsCode'] }),
    data: orderWords,
  },
  '/order/csr': {
    method: 'POST',
    path: (said) => `${order(said)}/csr`,
    body: ({ p10, signAlg, signValue, wrapModes }) => ({
      csr: p10,
      ...(signAlg === undefined ? {} : { proof: { algorithm: signAlg, signature: signValue } }),
      ...(wrapModes === undefined ? {} : { keyWrapping: wrapModes }),
    }),
    data: orderWords,
  },
  '/order/cert': {
    method: 'GET',
    path: (said) => `${order(said)}/certificate`,
    data: ({ signingCertificate, chain, encryption }: PlatformAnswer<'getIssued'>) => ({
      ...{ signCert: signingCertificate, certChain: chain, enc: encryption && encryptionWords(encryption) },
    }),
  },
  '/order/confirm': {
    method: 'POST',
    path: (said) => `${order(said)}/confirmation`,
    body: ({ signHash, signOk, remark, encHash, encOk }) => ({
      ...{ signingCertificateSha256: signHash, installed: signOk },
      ...(remark === undefined ? {} : { reason: remark }),
      ...(encHash === undefined ? {} : { encryption: { certificateSha256: encHash, installed: encOk } }),
    }),
    data: orderWords,
  },
}

function encryptionWords({ certificate, wrappedKey }: NonNullable<PlatformAnswer<'getIssued'>['encryption']>): object {
  const words = { cert: certificate, wrapMode: wrappedKey.wrapping }
  return 'envelopedKey' in wrappedKey
    ? { ...words, wrapData: wrappedKey.envelopedKey }
    : { ...words, wrapKey: wrappedKey.encryptedKey, wrapData: wrappedKey.encryptedPrivateKey }
}
