import type { Language } from '../../shared/language.ts'

interface KeyReportTexts {
  /** How its file is called, without its time. */
  readonly fileName: string
  /** What stands at its head, for whoever opens it. */
  readonly heading: readonly string[]
}

const zhCn: KeyReportTexts = {
  fileName: 'USB-Key-报告',
  heading: [
    'USB Key 报告：驱动和 USB Key 在不使用 PIN、不写入任何内容时的应答，供客服和厂商分析。',
    '证书持有者、卡号和容器名称已遮盖，只保留形式；颁发者和日期未遮盖。',
  ],
}

const en: KeyReportTexts = {
  fileName: 'USB-Key-report',
  heading: [
    'USB Key report: what drivers and USB Keys answer without a PIN and without anything being written, for support and makers.',
    'Holders, card numbers and container names are masked and only their form is kept; issuers and dates are in clear.',
  ],
}

export const keyReportTexts: Readonly<Record<Language, KeyReportTexts>> = { 'zh-CN': zhCn, en }
