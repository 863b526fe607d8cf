export const layout = {
  product: 'CA 用户工具',
  logo: '证',
  navigation: '主导航',
  pages: {
    certificates: '我的证书',
    renewal: '延期与修复',
    settings: '设置',
  },
  account: {
    label: '账号',
    nobody: '未登录',
    connected: '平台已连接',
    configured: '平台已设置，尚未登录',
    missing: '平台未设置',
    logout: '退出登录',
    plain: '平台连接未加密',
    plainMeaning: '密码和验证码可能被同一网络里的人看到。',
  },
  token: {
    label: 'USB Key 状态',
    reading: '正在读取',
    noModule: '未设置驱动',
    failed: '驱动异常',
    absent: 'USB Key 未插入',
    present: 'USB Key 已插入 · 卡号 {{cardNumber}}',
    several: '已插入 {{count}} 把 USB Key',
  },
}
