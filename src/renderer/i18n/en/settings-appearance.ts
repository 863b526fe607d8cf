import type { appearance as zh } from '../zh-CN/settings-appearance.ts'
import type { English } from './english.ts'

export const appearance: English<typeof zh> = {
  title: 'Language and text size',
  hint: 'Used as soon as it is chosen, and kept.',
  language: 'Language',
  names: { 'zh-CN': '中文', en: 'English', system: 'As the system' },
  textSize: 'Text size',
  percent: '{{size}}%',
}
