import type { Language } from '../../shared/language.ts'
import type { SectionName } from '../../shared/diagnostics/section-names.ts'

interface PackageTexts {
  /** How the file of a package is called, without its date and code. */
  readonly fileName: string
  readonly title: string
  readonly code: (code: string) => string
  readonly madeAt: (instant: string) => string
  readonly version: (version: string) => string
  readonly holds: string
  readonly file: (name: string, meaning: string, missing: string) => string
  /** Why a section is not there. */
  readonly missing: (code: string) => string
  readonly meanings: Readonly<Record<SectionName, string>>
  /** What is not in it, how the check code is made, and who sends it. */
  readonly notes: readonly string[]
}

const zhCn: PackageTexts = {
  fileName: '诊断包',
  title: 'CA 用户工具 诊断包',
  code: (code) => `校验码：${code}`,
  madeAt: (instant) => `生成时间（UTC）：${instant}`,
  version: (version) => `程序版本：${version}`,
  holds: '包里有：',
  file: (name, meaning, missing) => `${name}：${meaning}${missing}`,
  missing: (code) => `（没有取到：${code}）`,
  meanings: {
    about: '程序、系统和运行环境的版本',
    environment: '环境检测的结果',
    drivers: '找到的 USB Key 驱动及其状态',
    tokens: 'USB Key 和证书（卡号只留后四位，姓名和单位名称已遮盖）',
    settings: '设置（不含账号和任何密码）',
    platform: '平台能否连通',
    renewals: '办理记录：步骤、时间和错误代码（不含证书、手机号和完整订单号）',
    log: '最近的运行日志',
  },
  notes: [
    '包里没有：PIN、登录密码、短信验证码、登录会话、私钥、证书文件，也没有完整的手机号、身份证号、卡号、姓名和单位名称。',
    '形如这些内容的文字已换成 [digits]、[phone]、[secret] 等标记。',
    '',
    '校验码由本文件以外的全部文件算出：按顺序取每个文件的名称、NUL、内容、NUL，求 SHA-256，取前 48 位除以 1000000 的余数。',
    '程序不会自动发送诊断包。请核对内容后，自行交给客服。',
  ],
}

const en: PackageTexts = {
  fileName: 'Diagnostics',
  title: 'CA User Tool, diagnostics package',
  code: (code) => `Check code: ${code}`,
  madeAt: (instant) => `Made at (UTC): ${instant}`,
  version: (version) => `Program version: ${version}`,
  holds: 'In the package:',
  file: (name, meaning, missing) => `${name}: ${meaning}${missing}`,
  missing: (code) => ` (not available: ${code})`,
  meanings: {
    about: 'versions of the program, the system and what it runs on',
    environment: 'results of the environment check',
    drivers: 'USB Key drivers that were found, and their state',
    tokens: 'USB Keys and certificates (the last four of a card number; names of people and organisations are masked)',
    settings: 'settings (no account and no password)',
    platform: 'whether the platform can be reached',
    renewals: 'records: steps, times and error codes (no certificate, phone number or whole order number)',
    log: 'the recent log',
  },
  notes: [
    'Not in the package: PINs, passwords, SMS codes, sessions, private keys, certificate files; nor any whole phone number, ID number, card number, or name of a person or organisation.',
    'Text that looks like one of these was replaced by a mark such as [digits], [phone] or [secret].',
    '',
    'The check code is made from all files but this one: name, NUL, content, NUL of each in order, SHA-256 of that, and the remainder of its first 48 bits divided by 1000000.',
    'The program never sends a package by itself. Please look through it, then hand it to support.',
  ],
}

/** What a 诊断包 says to whoever opens it. */
export const packageTexts: Readonly<Record<Language, PackageTexts>> = { 'zh-CN': zhCn, en }
