export const demo = {
  word: '演示',
  frame: '演示 · 示例证书和示例平台',
  phone: {
    title: '手机短信（演示）',
    empty: '还没有短信',
    collapse: '收起手机短信',
    expand: '展开手机短信',
  },
  login: '演示账号 {{account}}，密码 {{password}}',
  pin: '演示 PIN {{pin}}',
}
