import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type TokenCode = Extract<ErrorCode, `token.${string}`>

export const tokenErrors: Readonly<Record<TokenCode, ErrorText>> = {
  'token.noModule': {
    title: '没有找到驱动',
    cause: '程序要通过 USB Key 厂商的驱动才能读取证书，这台电脑上没有找到。',
    nextStep: '请安装 USB Key 附带的驱动，再点重新检测；仍找不到时到设置里手动添加。',
  },
  'token.moduleNotFound': {
    title: '找不到驱动文件',
    cause: '设置里的驱动文件不在原来的位置，可能已被卸载或移动。',
    nextStep: '请重新安装驱动，或到设置里移除后重新添加。',
  },
  'token.moduleNotPkcs11': {
    title: '这个文件不是可用的驱动',
    cause: '所选文件没有提供读取 USB Key 所需的接口。',
    nextStep: '请到设置里移除它，改选厂商说明书里写明的驱动文件。',
  },
  'token.moduleWrongArchitecture': {
    title: '驱动不能在本程序里使用',
    cause: '这个驱动的位数或处理器与本程序不符，没有加载。',
    nextStep: '请向 USB Key 厂商或颁发机构要适合这台电脑的 64 位驱动，安装后点重新检测。',
  },
  'token.moduleBroken': {
    title: '驱动不能启动',
    cause: '驱动文件在，但启动时出错，可能没有安装完整或被安全软件拦截。',
    nextStep: '请拔下 USB Key，重新安装驱动并允许它运行，插回后点重新检测。',
  },
  'token.quarantined': {
    title: '驱动已被隔离',
    cause: '这个驱动曾经出错，程序不再自动启动它；证书不受影响。',
    nextStep: '请更新或重新安装驱动，再点重试；其他驱动照常使用。',
  },
  'token.crashed': {
    title: '驱动意外退出',
    cause: '厂商的驱动在工作时崩溃，程序已把它隔离，证书不受影响。',
    nextStep: '请重插 USB Key 后重试；若经常出现，请更新驱动。',
  },
  'token.timeout': {
    title: 'USB Key 没有响应',
    cause: '驱动在规定时间内没有回答，可能被其他省市的 CA 程序占用。',
    nextStep: '请在屏幕右下角退出其他 CA 程序，重插 USB Key 后重试。',
  },
  'token.waitStopped': {
    title: '已停止等待',
    cause: '驱动一直没有回答，程序已按要求不再等待，证书没有改动。',
    nextStep: '请关闭驱动自己的窗口，重插 USB Key 后点重新检测；正在办理的请从断点继续。',
  },
  'token.absent': {
    title: '没有检测到 USB Key',
    cause: '需要的 USB Key 没有插好，或已经拔出。',
    nextStep: '请插入 USB Key，等指示灯亮起后再试；仍不行请换一个机身上的 USB 口。',
  },
  'token.otherToken': {
    title: '插的不是同一把 USB Key',
    cause: '现在插着的 USB Key 不是这次办理用的那一把。',
    nextStep: '请按卡号插回原来的 USB Key 再继续。',
  },
  'token.sameSerial': {
    title: '有两把 USB Key 的序列号相同',
    cause: '程序分不清这次办理要用的是哪一把，没有向任何一把提交 PIN。',
    nextStep: '请只留下要办理的那一把 USB Key，拔下另一把后重试。',
  },
  'token.notInitialised': {
    title: 'USB Key 还没有启用',
    cause: '这把 USB Key 还没有设置 PIN，里面没有可用的证书。',
    nextStep: '请联系颁发机构启用它。',
  },
  'token.notUnlocked': {
    title: '需要再输入一次 PIN',
    cause: '程序不会保存 PIN，继续办理要重新解锁 USB Key。',
    nextStep: '请再输入一次 PIN，从断点继续。',
  },
  'token.pinIncorrect': {
    title: 'PIN 不正确',
    cause: 'USB Key 没有接受这个 PIN。',
    nextStep: '请核对大小写和数字键盘后再输；记不清时请先停下，问保管人。',
  },
  'token.pinLocked': {
    title: 'USB Key 已锁定',
    cause: 'PIN 连续输错次数已达上限，USB Key 不再接受 PIN。',
    nextStep: '证书还在。请带身份证明联系颁发机构解锁 PIN，解锁后再继续办理。',
  },
  'token.pinLength': {
    title: 'PIN 的长度不对',
    cause: 'PIN 的位数不符合这把 USB Key 的规定，没有提交，不占用次数。',
    nextStep: '请核对位数后重新输入。',
  },
  'token.pinInvalid': {
    title: 'PIN 含有不能用的字符',
    cause: '这把 USB Key 不接受 PIN 里的某个字符。',
    nextStep: '请切换到英文输入法后重新输入。',
  },
  'token.busy': {
    title: 'USB Key 正在使用中',
    cause: '本程序正在用这把 USB Key 办理另一件事，PIN 没有提交。',
    nextStep: '请等它完成，或在延期与修复里点稍后继续；两分钟没有操作也会自动退出登录，然后再试。',
  },
  'token.inUse': {
    title: '另一个程序占用着 USB Key',
    cause: '另一个程序锁定了这把 USB Key，本程序没有提交 PIN，也没有写入任何内容。',
    nextStep: '请关闭其他 CA 的助手和网页控件后重试；仍不行请拔下 USB Key 再插入。',
  },
  'token.newPinRefused': {
    title: 'USB Key 不接受这个新 PIN',
    cause: '这把 USB Key 对新 PIN 有自己的规定，例如不能与初始 PIN 相同；PIN 没有改动。',
    nextStep: '请换一个新 PIN 再试，可以同时用字母和数字。',
  },
  'token.pinOutcomeUnknown': {
    title: '无法判断 PIN 是否已经修改',
    cause: '修改途中 USB Key 没有给出明确的结果，现在的 PIN 可能是新的，也可能还是原来的。',
    nextStep: '请重插 USB Key，先用新 PIN 试一次，不对再用原 PIN 试一次；都不对请停下，联系颁发机构。',
  },
  'token.pinUnproven': {
    title: '新 PIN 没有通过验证',
    cause: 'USB Key 报告 PIN 已修改，但随后没有接受新 PIN。',
    nextStep: '请重插 USB Key，先用新 PIN 试一次，不对再用原 PIN 试一次；都不对请停下，联系颁发机构。',
  },
  'token.unblockUnsupported': {
    title: '该驱动不支持在本机解锁',
    cause: '这把 USB Key 的驱动没有提供用管理员 PIN 解锁的功能，没有提交任何 PIN，不占用次数。',
    nextStep: '请带身份证明联系颁发机构解锁。证书还在，不受影响。',
  },
  'token.securityOfficerPinIncorrect': {
    title: '管理员 PIN 不正确',
    cause: 'USB Key 没有接受这个管理员 PIN；它输错次数过多会永久锁定，锁定后无法恢复。',
    nextStep: '请停下，向颁发机构或管理员核实后再输入，不要逐个尝试。',
  },
  'token.securityOfficerPinLocked': {
    title: '管理员 PIN 已锁定',
    cause: '管理员 PIN 输错次数已达上限，这把 USB Key 不能再用它解锁。',
    nextStep: '请带身份证明和 USB Key 联系颁发机构，询问能否重置；请不要自行格式化，那会删除证书。',
  },
  'token.keyNotFound': {
    title: '找不到对应的密钥',
    cause: 'USB Key 里没有这一步需要的密钥。',
    nextStep: '请确认插的是这次办理用的 USB Key，再点重试；原证书没有改动。',
  },
  'token.noRoom': {
    title: 'USB Key 空间不足',
    cause: 'USB Key 里放不下新的密钥和证书，新证书没有写入。',
    nextStep: '请不要自行删除，旧证书可能还要解密旧文件；请联系颁发机构清理后再继续。',
  },
  'token.readOnly': {
    title: 'USB Key 不允许写入',
    cause: '这把 USB Key 或它的驱动是只读的，新证书写不进去。',
    nextStep: '请联系颁发机构确认 USB Key 型号和驱动版本。',
  },
  'token.unsupported': {
    title: 'USB Key 不支持这一步',
    cause: '这把 USB Key 或它的驱动没有提供需要的功能。',
    nextStep: '请更新驱动后重试；仍不行请把型号和下方代码告诉客服。',
  },
  'token.sm2Unsupported': {
    title: '该驱动不支持 SM2',
    cause: '现在的驱动使用 PKCS#11 接口，它不提供 SM2，本程序不会用别的算法代替。',
    nextStep: '证书不受影响。请安装这把 USB Key 的 SKF（国密）驱动，再重新检测；没有时请向颁发机构或厂商索取。',
  },
  'token.onlySm2BySkf': {
    title: '需要另一个驱动',
    cause: '这张证书的算法不是 SM2，而现在只有 SKF（国密）驱动，本程序通过它只能办理 SM2 证书。',
    nextStep: '证书不受影响，查看和导出照常。请安装这把 USB Key 的 PKCS#11 驱动，再重新检测。',
  },
  'token.layoutUnknown': {
    title: '不能确定该驱动的数据格式',
    cause: '这个 SKF 驱动返回的数据格式与标准不符，程序没有写入任何内容。',
    nextStep: '证书不受影响。请到环境检测导出 USB Key 报告，发给客服。',
  },
  'token.signatureWrong': {
    title: 'USB Key 的签名不正确',
    cause: '程序核对了 USB Key 刚做的签名，与它的公钥不符，没有把它发给平台。',
    nextStep: '证书不受影响。请更新驱动后重试；仍不行请到环境检测导出 USB Key 报告，发给客服。',
  },
  'token.keyExposed': {
    title: 'USB Key 不能保护加密私钥',
    cause: '这把 USB Key 不能把新的加密私钥设为不可读出，程序已把它删除。',
    nextStep: '原加密证书照常使用；请联系颁发机构更换 USB Key 型号或更新驱动。',
  },
  'token.wrappedKeyRefused': {
    title: 'USB Key 不接受新的加密密钥',
    cause: 'USB Key 报告平台下发的加密密钥内容不对，没有写入。',
    nextStep: '原证书没有改动。请把订单号和下方代码告诉平台客服。',
  },
  'token.pinCountLow': {
    title: 'PIN 曾经输错过',
    cause: 'USB Key 报告有人输错过 PIN。',
    nextStep: '请确认 PIN 后再输入；不确定时请先向同事或颁发机构核实。',
  },
  'token.pinFinalTry': {
    title: 'PIN 只剩最后一次机会',
    cause: '再输错一次，USB Key 就会锁定。',
    nextStep: '请确认 PIN 无误再继续；不确定时请先联系颁发机构重置 PIN。',
  },
  'token.roomUnknown': {
    title: '不知道还有多少空间',
    cause: '这把 USB Key 不报告剩余空间。',
    nextStep: '可以继续：若放不下，程序会停下并保留原证书。',
  },
  'token.deviceError': {
    title: 'USB Key 出错',
    cause: 'USB Key 报告设备错误，可能是接触不良或供电不足。',
    nextStep: '请拔下后直接插到机身上的 USB 口，再点重试；原证书没有改动。',
  },
  'token.failed': {
    title: 'USB Key 操作失败',
    cause: '驱动报告操作失败，常见原因是其他 CA 程序正在占用 USB Key。',
    nextStep: '请退出其他 CA 程序，重插 USB Key 后重试；仍不行请把下方代码告诉客服。',
  },
}
