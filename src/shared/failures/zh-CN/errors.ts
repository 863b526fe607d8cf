import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'
import { contentErrors } from './errors-content.ts'
import { diagnosticsErrors } from './errors-diagnostics.ts'
import { reminderErrors } from './errors-reminders.ts'
import { updateErrors } from './errors-update.ts'
import { environmentKernelErrors } from './errors-environment-kernel.ts'
import { environmentSystemErrors } from './errors-environment-system.ts'
import { environmentConflictsErrors } from './errors-environment-conflicts.ts'
import { issuedErrors } from './errors-issued.ts'
import { platformErrors } from './errors-platform.ts'
import { sealErrors } from './errors-seal.ts'
import { signingErrors } from './errors-signing.ts'
import { tokenErrors } from './errors-token.ts'

/** Exhaustive: a code without text does not compile. */
export const errors: Readonly<Record<ErrorCode, ErrorText>> = {
  ...tokenErrors,
  ...platformErrors,
  ...issuedErrors,
  ...sealErrors,
  ...signingErrors,
  ...environmentKernelErrors,
  ...environmentSystemErrors,
  ...environmentConflictsErrors,
  ...contentErrors,
  ...diagnosticsErrors,
  ...reminderErrors,
  ...updateErrors,
  internal: {
    title: '程序出现意外情况',
    cause: '程序内部出错，这一步没有完成。',
    nextStep: '请重新打开程序再试。原证书不受影响；若再次出现，请把下方代码告诉客服。',
  },
  'ipc.untrusted': {
    title: '请求被拒绝',
    cause: '请求不是来自本程序的窗口，已被拒绝。',
    nextStep: '请关闭程序后重新打开。',
  },
  'ipc.invalidInput': {
    title: '填写的内容不能使用',
    cause: '程序收到的内容格式不对，没有执行任何操作。',
    nextStep: '请检查填写的内容后再试。',
  },
  'ipc.invalidOutput': {
    title: '结果不能显示',
    cause: '程序得到的结果格式不对，为避免误导没有显示。',
    nextStep: '请重新检测；若再次出现，请把下方代码告诉客服。',
  },
  'pin.refused': {
    title: '新 PIN 不符合要求',
    cause: '新 PIN 没有提交给 USB Key，不占用次数，PIN 没有改动。',
    nextStep: '请按要求换一个新 PIN。',
  },
  'certificate.notFound': {
    title: '找不到这张证书',
    cause: '现在插着的 USB Key 里没有这张证书，可能已换了 USB Key。',
    nextStep: '请插回原来的 USB Key，再点重新检测。',
  },
  'certificate.unreadable': {
    title: '证书内容无法读取',
    cause: 'USB Key 里这一项的内容不是完整的证书，程序无法识别。',
    nextStep: '请不要删除它；请联系颁发机构，说明卡号并请其核对。',
  },
  'certificate.exportFailed': {
    title: '证书没有导出',
    cause: '文件没有写成，可能是所选文件夹不能写入或磁盘已满。',
    nextStep: '请换一个文件夹再导出。USB Key 里的证书不受影响。',
  },
  'sms.wrongCode': {
    title: '验证码不正确',
    cause: '输入的数字与最近一条短信不一致。',
    nextStep: '请以最新一条短信为准，重新输入。',
  },
  'sms.codeExpired': {
    title: '验证码已过期',
    cause: '这条短信验证码已超过有效时间。',
    nextStep: '请重新获取验证码。',
  },
  'sms.tooSoon': {
    title: '请稍后再获取验证码',
    cause: '两次获取验证码的间隔太短。',
    nextStep: '请等倒计时结束后再获取。',
  },
  'sms.dailyLimit': {
    title: '今天不能再发送验证码',
    cause: '这个手机号今天获取验证码的次数已用完。',
    nextStep: '请明天再继续，已完成的步骤会保留；原证书不受影响。',
  },
  'sms.locked': {
    title: '验证码已锁定',
    cause: '验证码连续输错次数过多，平台暂时不再接受。',
    nextStep: '请等一段时间后重新获取验证码，已完成的步骤会保留。',
  },
  'renewal.notFound': {
    title: '找不到这次办理记录',
    cause: '这台电脑上没有这次办理的记录。',
    nextStep: '请回到延期与修复页面，从证书重新开始；平台上未完成的订单会自动接上。',
  },
  'renewal.alreadyActive': {
    title: '这张证书正在办理',
    cause: '这张证书已有一次没有完成的办理。',
    nextStep: '请在延期与修复页面点继续上次延期或继续上次修复。',
  },
  'renewal.wrongStep': {
    title: '现在不能进行这一步',
    cause: '这次办理已经在另一个步骤。',
    nextStep: '请稍后继续，从当前步骤往下办理。',
  },
  'renewal.unsupportedAlgorithm': {
    title: '暂不能在本程序办理',
    cause: '这张证书的算法本程序目前只能查看，不能延期或修复。',
    nextStep: '请在有效期内到平台网站办理，或联系颁发机构。',
  },
  'renewal.busy': {
    title: '上一步还在进行',
    cause: '这次办理的上一步还没有结束。',
    nextStep: '请等它完成，页面会自动更新。',
  },
  'renewal.encryptionOnly': {
    title: '加密证书不单独办理',
    cause: '这是一张只用于加密的证书，不能单独延期或修复。',
    nextStep: '请办理同一持有者的签名证书；没有签名证书时请联系颁发机构。',
  },
  'renewal.noPrivateKey': {
    title: '缺少私钥',
    cause: 'USB Key 里只有这张证书，没有与它配套的私钥，不能用来办理。',
    nextStep: '请确认插的是领取时的 USB Key；若是，请联系颁发机构补办。',
  },
  'renewal.notYetValid': {
    title: '证书尚未生效',
    cause: '现在早于证书的起始时间，还不能办理。',
    nextStep: '请先核对电脑的日期和时间；时间无误则等证书生效后再办理。',
  },
  'renewal.inReview': {
    title: '平台正在审核',
    cause: '申请已提交，平台需要审核后才会签发新证书。',
    nextStep: '可以关闭程序，稍后回来点刷新；审核期间原证书照常使用。',
  },
  'renewal.readBackFailed': {
    title: '读回的证书不一致',
    cause: '写入后从 USB Key 读回的内容与平台签发的不一致。',
    nextStep: '请重插 USB Key 后重试，程序会重新写入；原证书没有改动。',
  },
  'renewal.proofFailed': {
    title: '新证书没有通过验证',
    cause: '用新证书试签名后验证没有通过，程序没有启用它。',
    nextStep: '请重插 USB Key 后重试；仍不行请联系客服。原证书没有改动。',
  },
  'renewal.clockSkew': {
    title: '电脑时间不准',
    cause: '电脑的时间与平台相差超过 2 分钟，本程序已改按平台的时间判断证书，其他软件仍会判断错误。',
    nextStep: '请在系统的日期和时间设置里打开自动设置时间，再点重新检测。',
  },
  'renewal.otherActive': {
    title: '这张证书正在办理',
    cause: '这张证书已有一次没有完成的办理。',
    nextStep: '请点继续上次办理，不用重新开始。',
  },
  'renewal.keyLost': {
    title: '上次办理的密钥不在这把 USB Key 上',
    cause: '平台正在处理的申请所用的密钥，在这把 USB Key 上找不到。',
    nextStep: '请换上当时用的 USB Key 再试；没有的话请联系平台客服撤销这个订单，原证书不受影响。',
  },
  'renewal.notFinished': {
    title: '还没有回执',
    cause: '这次办理还没有完成，完成后才能保存回执。',
    nextStep: '请先继续办理。',
  },
  'renewal.receiptFailed': {
    title: '回执没有保存',
    cause: '生成或写入 PDF 文件时出错。',
    nextStep: '请换一个文件夹再保存；办理结果不受影响，回执可以随时重新保存。',
  },
  'journal.writeFailed': {
    title: '办理记录没有保存',
    cause: '这台电脑的磁盘写不进去，为了能随时继续，程序停在这一步。',
    nextStep: '请腾出磁盘空间或检查文件夹权限，再点重试。',
  },
  'journal.damaged': {
    title: '办理记录已损坏',
    cause: '这次办理的记录文件不完整，程序不会据此改动 USB Key。',
    nextStep: '请重新开始办理，平台上未完成的订单会自动接上；原证书没有改动。',
  },
  'settings.saveFailed': {
    title: '设置没有保存',
    cause: '设置文件写不进去。',
    nextStep: '请检查磁盘空间和文件夹权限后再保存。',
  },
  'settings.rootInvalid': {
    title: '这个文件不能作为根证书',
    cause: '程序没有采用这个文件，原来的设置没有改动。',
    nextStep: '请向平台客服或单位信息部门索取根证书文件。',
  },
  'settings.pinInvalid': {
    title: '密钥指纹不正确',
    cause: '指纹应是 44 个字符的 Base64，有一行不是，设置没有改动。',
    nextStep: '请逐字核对，或向平台客服重新索取。',
  },
  'settings.proxyInvalid': {
    title: '代理地址不能使用',
    cause: '程序没有采用这个代理地址，设置没有改动。',
    nextStep: '请填写主机名和端口，例如 proxy.example.com:8080。',
  },
  'settings.managed': {
    title: '这项设置由管理员设定',
    cause: '单位的管理员已为这台电脑设定，不能在这里更改，设置没有改动。',
    nextStep: '需要更改时，请联系单位信息部门。',
  },
  'settings.policyUnprotected': {
    title: '没有采用单位统一的设置',
    cause: '存放统一设置的文件或文件夹可以被普通用户改动，程序不能确定它是管理员写的，整个文件都没有采用。',
    nextStep: '请把这条提示转给单位信息部门；目前使用这台电脑上自行填写的设置，输入密码前请核对平台地址。',
  },
  'settings.policyUnreadable': {
    title: '读不出单位统一的设置',
    cause: '统一设置的文件打不开，或格式不对，整个文件都没有采用。',
    nextStep: '请把这条提示转给单位信息部门；目前使用这台电脑上自行填写的设置，输入密码前请核对平台地址。',
  },
  'resource.refused': {
    title: '更新文件没有采用',
    cause: '程序没有采用这个文件，正在使用的表没有改动。',
    nextStep: '请向程序的提供方索取适合本版本的更新文件；现有的表照常使用。',
  },
  'demo.unavailable': {
    title: '演示没有启动',
    cause: '演示用的平台或演示用的 USB Key 没有启动。',
    nextStep: '请关闭程序后重新打开演示。',
  },
  'trust.authorityInvalid': {
    title: '没有添加这个颁发机构',
    cause: '选择的文件不能作为信任的颁发机构。',
    nextStep: '请向颁发机构索取它的根证书文件后再添加。其他设置没有改动。',
  },
  'renewal.revoked': {
    title: '证书已被吊销',
    cause: '颁发机构已经吊销或冻结这张证书，它不能延期或修复。',
    nextStep: '请联系颁发机构，办理补办或解除冻结。请保留 USB Key 里的内容，打开旧文件可能还要用到。',
  },
  'renewal.followed': {
    title: '这张证书已经延期过',
    cause: '新证书已在同一把 USB Key 里，原证书的容器里可能有打开旧文件要用的加密密钥，所以没有删除。',
    nextStep: '请使用新证书。原证书请保留，打开以前的加密文件可能还要用到。',
  },
  'demo.fixed': {
    title: '演示中不能更改',
    cause: '演示使用程序自带的平台和 USB Key，连接不到真实的平台和驱动。',
    nextStep: '要使用真实的 USB Key，请关闭演示，正常打开程序。',
  },
}
