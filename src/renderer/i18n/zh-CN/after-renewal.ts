/** What a user meets after a renewal. */
export const afterRenewal = {
  /** Until then: on the card of the new certificate. */
  waiting: '新证书已写入。业务系统约一个工作日后更新，预计 {{at}} 起可用。',
  waitingApproximate: '新证书已写入。业务系统约一个工作日后更新，预计约 {{at}} 起可用，遇节假日顺延。',
  /** After it, for a while. */
  due: '新证书现在应该可以使用。若仍提示“证书未生效或者用户不存在”，请拔下并重新插入 USB Key、重启浏览器；还不行，请致电平台客服。',
  result: {
    wait: '业务系统约一个工作日后更新。在 {{at}} 之前提示“证书未生效或者用户不存在”是正常的，请在那之后再试。',
    waitUnknown: '业务系统约一个工作日后更新。在此之前提示“证书未生效或者用户不存在”是正常的，遇节假日顺延。',
    due: '{{at}} 已过，业务系统应该已经更新。若仍提示“证书未生效或者用户不存在”，请拔下并重新插入 USB Key、重启浏览器；还不行，请致电平台客服，报上新证书的序列号。',
    seal: '若提示“没有分配印章权限”，请为新证书注册电子印章。',
    register: '去注册电子印章',
  },
}
