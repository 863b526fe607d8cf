import type { ErrorText } from '../failure-text.ts'

/** 环境检测: network and system. */
export const environmentSystemErrors = {
  'environment.notSeparable': {
    title: '这一步不能单独检查',
    cause: '这一步由系统或代理代办，程序看不到其中的情况。',
    nextStep: '请看平台服务一项：那一项正常，说明到平台的每一步都是通的。',
  },
  'environment.earlierStepFailed': {
    title: '没有检查',
    cause: '前一步没有通过，这一步还没有检查。',
    nextStep: '请先处理前一项，再点重新检测。',
  },
  'environment.nameUnresolved': {
    title: '找不到平台的主机',
    cause: '平台地址里的主机名没有查到网络地址。',
    nextStep: '请核对设置里的平台地址；其他网站也打不开时请检查网线或无线网络，单位网络请联系信息部门。',
  },
  'environment.connectionFailed': {
    title: '连不上平台的主机',
    cause: '查到了平台的网络地址，但没有连上。',
    nextStep: '请核对设置里的平台地址和端口；单位网络请让信息部门放行详情里的主机和端口。',
  },
  'environment.plainConnection': {
    title: '与平台的连接没有加密',
    cause: '平台地址以 http:// 开头，账号、密码和证书请求在路上可能被人看到或改动。',
    nextStep: '请向平台客服索取以 https:// 开头的地址；在此之前请只在可信的单位网络里办理。',
  },
  'environment.proxySkipped': {
    title: '前面的代理不能用',
    cause: '系统列出的前几个代理没有连上，已改用后面的。',
    nextStep: '目前不影响办理，每次连接会慢一些；请把详情告诉单位信息部门。',
  },
  'environment.programTooOld': {
    title: '程序的版本太旧',
    cause: '平台要求使用更新版本的本程序。',
    nextStep: '请向程序的提供方索取新版本，安装后再办理；USB Key 里的证书不受影响。',
  },
  'environment.clockOff': {
    title: '电脑时间略有偏差',
    cause: '电脑的时间与平台相差不到 2 分钟，目前不影响办理。',
    nextStep: '建议在系统的日期和时间设置里打开自动设置时间。',
  },
  'environment.clockUnmeasured': {
    title: '没有核对电脑时间',
    cause: '没有得到平台的时间，不知道电脑的时间准不准。',
    nextStep: '请先处理网络与平台里的问题，再点重新检测；也可以自己对照北京时间。',
  },
  'environment.timeZone': {
    title: '电脑的时区不是北京时间',
    cause: '程序里的日期和时间按电脑的时区显示，会与平台和文件上写的不一致。',
    nextStep: '人在国内时请把系统的时区改为北京，再重新打开本程序；证书的有效期不受影响。',
  },
  'environment.systemTooOld': {
    title: '操作系统的版本太旧',
    cause: '这个版本的操作系统不在本程序支持的范围内，可能随时不能运行。',
    nextStep: '请升级操作系统，或换一台电脑办理。',
  },
  'environment.systemUntested': {
    title: '没有在这个操作系统上试过',
    cause: '程序不认识这个操作系统，不能保证一切正常。',
    nextStep: '可以照常查看证书；办理前建议换用列在支持范围内的系统。',
  },
  'environment.diskFull': {
    title: '磁盘快满了',
    cause: '存放办理记录的磁盘剩余空间不足 50 MB，记录写不下来就不能安全地办理。',
    nextStep: '请清理磁盘，腾出至少 500 MB，再点重新检测。',
  },
  'environment.diskLow': {
    title: '磁盘空间不多',
    cause: '存放办理记录的磁盘剩余空间不足 500 MB，目前不影响办理。',
    nextStep: '建议尽快清理磁盘。',
  },
  'environment.folderReadOnly': {
    title: '不能保存办理记录',
    cause: '当前用户不能写入存放办理记录的文件夹，没有记录就不能安全地办理。',
    nextStep: '请检查详情里的文件夹的权限，或请管理员处理，再点重新检测。',
  },
  'environment.deviceRights': {
    title: '不能使用 USB Key 的设备文件',
    cause: '驱动要通过设备文件与 USB Key 通信，现在用不了。',
    nextStep: '请重新插拔 USB Key；仍不行请管理员安装驱动附带的 udev 规则，再重新登录系统。',
  },
  'environment.programOutdated': {
    title: '有新版本',
    cause: '程序有更新的版本，当前版本仍可使用。',
    nextStep: '没有正在办理的业务时请更新程序。',
  },
  'environment.otherCopy': {
    title: '本程序还开着一份',
    cause: '这台电脑的另一个用户或另一个会话里也开着本程序，两边会争用 USB Key。',
    nextStep: '请到那个用户的桌面上退出本程序，再点重新检测。',
  },
} satisfies Readonly<Record<string, ErrorText>>
