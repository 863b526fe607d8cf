import * as z from 'zod'
import { getOrder } from './orders.ts'
import type { Translation } from './translation.ts'

/** An SM2EnvelopedKey is one piece; the key of an RSA order comes in two. */
const EncryptionKey = z
  .object({ cert: z.string(), wrapMode: z.string(), wrapKey: z.string().nullish(), wrapData: z.string() })
  .transform((it) => ({
    certificate: it.cert,
    wrappedKey:
      typeof it.wrapKey === 'string'
        ? { wrapping: it.wrapMode, encryptedKey: it.wrapKey, encryptedPrivateKey: it.wrapData }
        : { wrapping: it.wrapMode, envelopedKey: it.wrapData },
  }))

export const getIssued: Translation<'getIssued'> = {
  path: '/order/cert',
  say: ({ params }) => ({ orderNo: params.orderId }),
  hear: z
    .object({ signCert: z.string(), certChain: z.array(z.string()), enc: EncryptionKey.nullish() })
    .transform((it) => ({
      signingCertificate: it.signCert,
      chain: it.certChain,
      ...(it.enc === null || it.enc === undefined ? {} : { encryption: it.enc }),
    })),
}

export const confirmOrder: Translation<'confirmOrder'> = {
  path: '/order/confirm',
  say: ({ params, body: { signingCertificateSha256, installed, reason, encryption } }) => ({
    orderNo: params.orderId,
    signHash: signingCertificateSha256,
    signOk: installed,
    ...(reason === undefined ? {} : { remark: reason }),
    ...(encryption === undefined ? {} : { encHash: encryption.certificateSha256, encOk: encryption.installed }),
  }),
  hear: getOrder.hear,
}
