/** 语言 and 文字大小. A language is named in itself, so that whoever cannot read the page finds it. */
export const appearance = {
  title: '语言与文字大小',
  hint: '选择后立即使用，下次打开仍然有效。',
  language: '语言',
  names: { 'zh-CN': '中文', en: 'English', system: '跟随系统' },
  textSize: '文字大小',
  percent: '{{size}}%',
}
