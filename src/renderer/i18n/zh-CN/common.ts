export const common = {
  cancel: '取消',
  retry: '重试',
  recheck: '重新检测',
  rechecking: '正在检测',
  goToSettings: '前往设置',
  logIn: '登录',
  close: '关闭',
  separator: ' · ',
  list: '、',
  copy: { copied: '已复制', notCopied: '系统没有允许复制，请选中后手动复制' },
  /** Between two sentences. */
  sentenceGap: '',
  code: '代码 {{reference}}',
  codeOpens: '，查看说明',
  showSecret: '显示输入内容',
  hideSecret: '隐藏输入内容',
  duration: {
    days: '{{count}} 天',
    hours: '{{count}} 小时',
    minutes: '{{count}} 分',
    seconds: '{{count}} 秒',
  },
}
