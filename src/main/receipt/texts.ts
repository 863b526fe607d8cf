import type { Language } from '../../shared/language.ts'
import type { Receipt } from './receipt.ts'

type Section = 'order' | 'oldSigning' | 'newSigning' | 'newEncryption' | 'encryption' | 'proof'
type OrderRow = 'holder' | 'cardNumber' | 'orderId' | 'renewalId' | 'startedAt' | 'confirmedAt'
type CertificateRow = 'notBefore' | 'notAfter' | 'serialNumber' | 'fingerprint'
type OutcomeRow = 'oldEncryption' | 'outcome' | 'signature' | 'oldSigning' | 'interface'

interface ReceiptTexts {
  readonly title: Readonly<Record<Receipt['kind'], string>>
  /** How the name of its file begins. */
  readonly fileName: Readonly<Record<Receipt['kind'], string>>
  readonly section: Readonly<Record<Section, string>>
  readonly row: Readonly<Record<OrderRow | CertificateRow | OutcomeRow, string>>
  readonly oldPair: Readonly<Record<Receipt['oldPair'], string>>
  readonly oldEncryptionKept: string
  readonly encryptionSkipped: (code: string) => string
  readonly proved: (at: string) => string
  readonly experimental: string
  readonly footer: (madeAt: string) => string
}

const zhCn: ReceiptTexts = {
  title: { renewal: '数字证书延期回执', repair: '数字证书修复回执' },
  fileName: { renewal: '延期回执', repair: '修复回执' },
  section: {
    ...{ order: '办理', oldSigning: '原签名证书', newSigning: '新签名证书' },
    ...{ newEncryption: '新加密证书', encryption: '加密证书', proof: '核对' },
  },
  row: {
    ...{ holder: '持有者', cardNumber: '卡号', orderId: '订单号', renewalId: '办理编号' },
    ...{ startedAt: '开始办理', confirmedAt: '平台确认', notBefore: '起始时间', notAfter: '结束时间' },
    ...{ serialNumber: '序列号', fingerprint: 'SHA-256 指纹', oldEncryption: '原加密证书' },
    ...{ outcome: '结果', signature: '签名验证', oldSigning: '原签名证书', interface: '接口' },
  },
  oldPair: {
    removed: '新证书确认后已从 USB Key 移除',
    gone: '确认时已不在 USB Key 上',
    kept: '保留在 USB Key 上',
    keptForEncryption: '保留在 USB Key 上，它和原加密密钥在同一个容器里',
  },
  oldEncryptionKept: '保留在 USB Key 上，用于解密旧文件',
  encryptionSkipped: (code) => `这把 USB Key 没有接受新的加密密钥（${code}），原加密证书继续使用`,
  proved: (at) => `${at}，从 USB Key 读回新证书，用新私钥签名并验证通过`,
  experimental: 'SKF（国密），实验性：尚未用真实的 USB Key 实测',
  footer: (madeAt) => `本回执由 CA 用户工具于 ${madeAt} 生成，仅说明本次办理的结果，不代替证书本身。`,
}

const en: ReceiptTexts = {
  title: { renewal: 'Receipt of a certificate renewal', repair: 'Receipt of a certificate repair' },
  fileName: { renewal: 'Renewal receipt', repair: 'Repair receipt' },
  section: {
    ...{ order: 'Order', oldSigning: 'Old signing certificate', newSigning: 'New signing certificate' },
    ...{ newEncryption: 'New encryption certificate', encryption: 'Encryption certificate', proof: 'Check' },
  },
  row: {
    ...{ holder: 'Holder', cardNumber: 'Card number', orderId: 'Order number', renewalId: 'Record' },
    ...{
      startedAt: 'Begun',
      confirmedAt: 'Confirmed by the platform',
      notBefore: 'Valid from',
      notAfter: 'Valid until',
    },
    ...{ serialNumber: 'Serial number', fingerprint: 'SHA-256 fingerprint' },
    ...{ oldEncryption: 'Old encryption certificate', outcome: 'Result' },
    ...{ signature: 'Signature', oldSigning: 'Old signing certificate', interface: 'Interface' },
  },
  oldPair: {
    removed: 'Removed from the USB Key after the new certificate was confirmed',
    gone: 'No longer on the USB Key when it was confirmed',
    kept: 'Kept on the USB Key',
    keptForEncryption: 'Kept on the USB Key, in one container with the old encryption key',
  },
  oldEncryptionKept: 'Kept on the USB Key, to decrypt old files',
  encryptionSkipped: (code) =>
    `This USB Key did not take the new encryption key (${code}); the old encryption certificate stays in use`,
  proved: (at) =>
    `${at}: the new certificate was read back from the USB Key, and a signature made with the new private key was verified`,
  experimental: 'SKF, experimental: not tested with a real USB Key yet',
  footer: (madeAt) =>
    `This receipt was made by CA User Tool at ${madeAt}. It states the result of this order and does not replace the certificate.`,
}

/** What a 回执 says. */
export const receiptTexts: Readonly<Record<Language, ReceiptTexts>> = { 'zh-CN': zhCn, en }
