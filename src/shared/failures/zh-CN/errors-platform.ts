import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type PlatformCode = Extract<ErrorCode, `platform.${string}`>

export const platformErrors: Readonly<Record<PlatformCode, ErrorText>> = {
  'platform.notConfigured': {
    title: '还没有设置平台地址',
    cause: '延期和修复要连接证书在线服务平台，现在还没有填写它的地址。',
    nextStep: '请到设置里填写平台地址；查看证书不需要平台。',
  },
  'platform.addressInvalid': {
    title: '平台地址不能使用',
    cause: '程序没有采用这个地址。',
    nextStep: '请到设置里核对平台地址，完整地址以 https:// 开头。',
  },
  'platform.unreachable': {
    title: '连不上平台',
    cause: '网络不通，或代理、防火墙拦住了连接。',
    nextStep: '请检查网络和代理后重试；单位网络请让信息部门放行平台地址。已完成的步骤会保留。',
  },
  'platform.timeout': {
    title: '平台没有及时回答',
    cause: '等待平台回答的时间过长。',
    nextStep: '请稍后重试，同一步不会办理两次。',
  },
  'platform.tls': {
    title: '不能确认平台的身份',
    cause: '与平台的加密连接没有通过检查，程序没有采用这个连接。',
    nextStep: '请先核对电脑时间和平台地址；仍不行请把下方代码告诉单位信息部门或平台客服，不要绕过这个检查。',
  },
  'platform.pinMismatch': {
    title: '平台的密钥与设置的指纹不一致',
    cause: '对方的证书有效，但不是设置里指定的密钥，可能有人冒充平台，程序没有发送任何内容。',
    nextStep: '请停止办理，向平台客服核实；只有平台确认更换了密钥，才到设置里更改指纹。',
  },
  'platform.proxy': {
    title: '代理没有放行',
    cause: '连接停在代理服务器，没有到达平台。',
    nextStep: '请到设置里核对代理，或请单位信息部门处理；已完成的步骤会保留。',
  },
  'platform.maintenance': {
    title: '平台正在维护',
    cause: '平台暂停服务。',
    nextStep: '请在维护结束后继续，已完成的步骤会保留。',
  },
  'platform.webPage': {
    title: '回答的不是平台',
    cause: '连到的是一个网页，可能是上网认证页面，或地址填成了网站首页。',
    nextStep: '请先完成上网认证，或到设置里核对平台地址。',
  },
  'platform.offContract': {
    title: '平台的回答无法识别',
    cause: '平台返回的内容与约定不符，程序没有采用。',
    nextStep: '请稍后重试；若再次出现，请把下方代码告诉平台客服。',
  },
  'platform.tooLarge': {
    title: '平台的回答无法接收',
    cause: '平台返回的内容超出允许的大小，程序没有采用。',
    nextStep: '请核对平台地址，或把下方代码告诉平台客服。',
  },
  'platform.cancelled': {
    title: '已取消',
    cause: '这次与平台的通信已取消。',
    nextStep: '需要时请重试，从断点继续。',
  },
  'platform.loginRequired': {
    title: '需要登录平台',
    cause: '还没有登录，或登录已过期。',
    nextStep: '请登录后继续，已完成的步骤会保留。',
  },
  'platform.badCredentials': {
    title: '账号或密码不正确',
    cause: '平台没有接受这个账号和密码。',
    nextStep: '请核对后重新输入；多次输错会被平台锁定。',
  },
  'platform.captchaRequired': {
    title: '平台要求图形验证码',
    cause: '登录失败次数较多，平台要求填写图形验证码。',
    nextStep: '请填写图片里的字符，再登录。',
  },
  'platform.captchaWrong': {
    title: '图形验证码不正确',
    cause: '填写的字符与图片不一致，或图片已过期。',
    nextStep: '图片已经更换，请按新图片填写。',
  },
  'platform.contentNotFound': {
    title: '平台上没有这项内容',
    cause: '这条公告或文件已被平台撤下。',
    nextStep: '请刷新列表后再看。',
  },
  'platform.accountLocked': {
    title: '账号已锁定',
    cause: '登录失败次数过多，平台暂时锁定了账号。',
    nextStep: '请过一段时间再登录，或在平台网站找回密码。',
  },
  'platform.forbidden': {
    title: '这个账号不能办理',
    cause: '当前账号没有办理这张证书的权限。',
    nextStep: '请改用这张证书所属单位的账号登录。',
  },
  'platform.certificateUnknown': {
    title: '平台上没有这张证书',
    cause: '当前账号名下查不到这张证书。',
    nextStep: '请核对登录的账号；若证书由其他机构颁发，请到颁发机构办理。',
  },
  'platform.notRenewable': {
    title: '平台暂不办理这张证书',
    cause: '平台规定这张证书现在不能延期或修复，例如还没有到办理时间。',
    nextStep: '请稍后再来，或向平台客服询问可办理的日期。',
  },
  'platform.certificateRevoked': {
    title: '证书已作废',
    cause: '颁发机构已把这张证书作废或冻结，不能自助办理。',
    nextStep: '请联系颁发机构办理解冻或补办。',
  },
  'platform.orderNotFound': {
    title: '平台上没有这个订单',
    cause: '平台查不到这次办理的订单。',
    nextStep: '请放弃本次办理后重新开始；原证书没有改动。',
  },
  'platform.orderActive': {
    title: '平台上已有未完成的订单',
    cause: '这张证书在平台上有一个还没有完成的订单。',
    nextStep: '请重试，程序会接上它；若在别处办理过，请先在那里完成。',
  },
  'platform.orderWrongState': {
    title: '订单不在这一步',
    cause: '平台上的订单状态与当前步骤不一致。',
    nextStep: '请重试，程序会按平台的状态继续。',
  },
  'platform.orderExpired': {
    title: '订单已过期',
    cause: '这次办理超过了平台规定的时间。',
    nextStep: '请重新开始办理；原证书没有改动。',
  },
  'platform.orderRejected': {
    title: '平台没有通过申请',
    cause: '平台审核后退回了这次申请。',
    nextStep: '请向平台客服询问原因，再重新办理；原证书没有改动。',
  },
  'platform.requestRefused': {
    title: '平台没有接受证书请求',
    cause: '平台检查证书请求时没有通过。',
    nextStep: '请放弃本次办理后重新开始；仍不行请把下方代码告诉平台客服。',
  },
  'platform.proofRefused': {
    title: '平台没有接受原证书的签名',
    cause: '用原证书所做的身份证明没有通过平台的检查。',
    nextStep: '请确认插的是原来的 USB Key 后重试；仍不行请联系平台客服。',
  },
  'platform.confirmationRefused': {
    title: '平台没有确认新证书',
    cause: '平台记录的新证书与 USB Key 里的不一致。',
    nextStep: '请重试；仍不行请把订单号告诉平台客服。原证书会保留到平台确认之后。',
  },
  'platform.rateLimited': {
    title: '操作太频繁',
    cause: '短时间内请求次数过多，平台暂时不再回答。',
    nextStep: '请稍等片刻再重试。',
  },
  'platform.internal': {
    title: '平台出错',
    cause: '平台内部出错，这一步没有完成。',
    nextStep: '请稍后重试，同一步不会办理两次。',
  },
}
