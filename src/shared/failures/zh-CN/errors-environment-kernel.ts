import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type KernelCode =
  | 'environment.checkFailed'
  | 'environment.checkTimedOut'
  | 'environment.fixNotOffered'
  | 'environment.reportFailed'
  | 'environment.driverMissing'
  | 'environment.driverFailed'
  | 'environment.driverVersionUnknown'
  | 'environment.keyInUse'
  | 'environment.keyUnknown'
  | 'environment.keyUnread'
  | 'environment.severalKeys'
  | 'environment.noCertificate'
  | 'environment.keyPresenceUnknown'
  | 'environment.pinStateUnknown'
  | 'environment.serviceStopped'
  | 'environment.serviceDisabled'
  | 'environment.serviceMissing'
  | 'environment.serviceUnknown'

/** 环境检测: the checks themselves, and what they find about keys, drivers and the smart card service. */
export const environmentKernelErrors: Readonly<Record<Extract<ErrorCode, KernelCode>, ErrorText>> = {
  'environment.checkFailed': {
    title: '这一项没有检测成',
    cause: '检测时出现意外情况，没有得到结果。',
    nextStep: '请点重新检测；若再次出现，请导出检测报告发给客服。',
  },
  'environment.checkTimedOut': {
    title: '这一项没有及时回答',
    cause: '在规定的时间内没有得到回答，不能判断是否正常。',
    nextStep: '请稍等片刻，再点重新检测；若是驱动一直不回答，请看看有没有它自己的窗口在等待。',
  },
  'environment.fixNotOffered': {
    title: '现在不能这样处理',
    cause: '情况已经变化，这一项的处理方法不再适用，没有做任何改动。',
    nextStep: '请点重新检测，再按新的结果处理。',
  },
  'environment.reportFailed': {
    title: '检测报告没有保存',
    cause: '文件没有写成，可能是所选文件夹不能写入或磁盘已满。',
    nextStep: '请换一个文件夹再导出。',
  },
  'environment.driverMissing': {
    title: '缺少这把 USB Key 的驱动',
    cause: 'USB Key 已插好，但这台电脑上没有找到它的驱动，证书还在里面，不受影响。',
    nextStep: '请安装颁发机构或厂商提供的驱动，装好后拔下 USB Key 再插回。',
  },
  'environment.driverFailed': {
    title: '驱动没有正常工作',
    cause: '驱动没有说明原因，证书不受影响。',
    nextStep: '请点重试驱动；仍不行请重新安装驱动。',
  },
  'environment.driverVersionUnknown': {
    title: '不知道驱动的版本',
    cause: '这个驱动不报告自己的版本。',
    nextStep: '不影响使用；客服问起时，请看安装驱动时的文件名。',
  },
  'environment.keyInUse': {
    title: 'USB Key 正被其他程序打开',
    cause: '其他程序打开着它，驱动可能因此读不到证书。',
    nextStep: '请保存好这些程序里的工作再退出它们，然后点重新检测；没有反应时请重插 USB Key。',
  },
  'environment.keyUnknown': {
    title: '插着的智能卡设备还不认识',
    cause: '程序的驱动表里没有这个型号，不能确定它用哪个驱动。',
    nextStep: '请向颁发机构确认型号并安装它的驱动，再到设置里添加驱动文件。',
  },
  'environment.keyUnread': {
    title: '没有读到 USB Key',
    cause: '驱动没有读到 USB Key，还不能判断是哪种原因。',
    nextStep: '请退出其他省市的 CA 程序，拔下 USB Key，换一个机身上的 USB 口再插入，然后点重新检测。',
  },
  'environment.severalKeys': {
    title: '插着多把 USB Key',
    cause: '同时插着几把 USB Key，容易办错。',
    nextStep: '请只留要办理的一把，拔下其余的，再点重新检测。',
  },
  'environment.noCertificate': {
    title: 'USB Key 里没有证书',
    cause: '驱动在这把 USB Key 里没有读到证书。',
    nextStep: '请确认插的是领取证书时的 USB Key；若是，请不要格式化它，联系颁发机构并说明卡号。',
  },
  'environment.keyPresenceUnknown': {
    title: '还看不到私钥',
    cause: '这把 USB Key 在输入 PIN 之前不显示私钥。',
    nextStep: '不用处理：办理时输入 PIN 之后，程序会先确认私钥在，再做其他的。',
  },
  'environment.pinStateUnknown': {
    title: '不知道 PIN 的状态',
    cause: '驱动说这把 USB Key 还没有设置 PIN，它报告的状态不可靠。',
    nextStep: '如果平时用 PIN，可以继续；输入前请先核对，不要逐个试。',
  },
  'environment.serviceStopped': {
    title: '智能卡服务没有运行',
    cause: '这把 USB Key 的驱动要通过系统的智能卡服务，而它现在没有运行。',
    nextStep: '请拔下 USB Key 再插回，服务通常会自动启动；仍没有时请管理员启动它，再点重新检测。',
  },
  'environment.serviceDisabled': {
    title: '智能卡服务被禁用',
    cause: '这把 USB Key 的驱动要通过系统的智能卡服务，而它被设成了禁用。',
    nextStep: '请管理员打开系统的“服务”，找到 Smart Card，把启动类型改为自动并启动它，再重插 USB Key。',
  },
  'environment.serviceMissing': {
    title: '没有安装智能卡服务',
    cause: '这把 USB Key 的驱动要通过系统的智能卡服务，这台电脑上没有找到它。',
    nextStep: '请管理员安装 pcscd 后，再重插 USB Key。',
  },
  'environment.serviceUnknown': {
    title: '不知道智能卡服务的状态',
    cause: '系统没有说明智能卡服务是否在运行。',
    nextStep: '如果读得到证书，就不用处理；读不到时请管理员查看这项服务。',
  },
}
