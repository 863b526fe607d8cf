import type { Language } from '../../shared/language.ts'

/** How the file of a 检测报告 is called, without its time. */
export const reportNames: Readonly<Record<Language, string>> = {
  'zh-CN': '环境检测报告',
  en: 'Environment report',
}
