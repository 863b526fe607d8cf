import type { Language } from '../../shared/language.ts'

/** The text that a test of a signature signs. */
interface Statement {
  readonly cardNumber: string
  readonly serialNumber: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** Hex: makes it new. */
  readonly random: string
}

/** Each says what it is for, so that nobody can take the signature for one on something else. */
export const statements: Readonly<Record<Language, (statement: Statement) => readonly string[]>> = {
  'zh-CN': ({ cardNumber, serialNumber, at, random }) => [
    'CA 用户工具：验证签名',
    `卡号：${cardNumber}`,
    `证书序列号：${serialNumber}`,
    `时间：${at}`,
    `随机数：${random}`,
  ],
  en: ({ cardNumber, serialNumber, at, random }) => [
    'CA User Tool: test of a signature',
    `Card number: ${cardNumber}`,
    `Serial number of the certificate: ${serialNumber}`,
    `Time: ${at}`,
    `Random: ${random}`,
  ],
}
