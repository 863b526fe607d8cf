export const account = {
  title: '登录证书在线服务平台',
  reason: '办理延期或修复前需要登录。登录后会从刚才的步骤继续。',
  account: '账号',
  password: '密码',
  submit: '登录',
  submitting: '正在登录',
  later: '暂不登录',
  missingAccount: '请输入账号。',
  missingPassword: '请输入密码。',
}
