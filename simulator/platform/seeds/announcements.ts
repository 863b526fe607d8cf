/** 公告 of the demonstration. What they say about dates is general: they are published when a platform opens. */
interface AnnouncementSeed {
  readonly id: string
  readonly title: string
  /** Before the platform opened. */
  readonly daysBefore: number
  readonly pinned: boolean
  readonly format: 'plain' | 'markdown'
  readonly body: string
}

export const announcementSeeds: readonly AnnouncementSeed[] = [
  {
    id: 'notice-renewal',
    title: '证书延期与修复办理说明',
    daysBefore: 20,
    pinned: true,
    format: 'markdown',
    body: `证书到期前 90 天起可以在线延期；过期不超过一年的，可以在线修复，修复成功即完成延期。

## 办理步骤

1. 插入 USB Key，打开用户工具，在“我的证书”里核对单位名称、卡号和结束时间。
2. 点击“延期”或“修复”，依次完成读取证书、短信验证、初始化证书、执行延期（修复）。
3. 在“核对结果”里确认新的起始时间和结束时间，并完成一次签名验证。

## 办理前请注意

- 请先退出电脑右下角其他省市的证书控件，以免写入证书时发生冲突。
- **有尚未开标的加密投标文件时，请开标之后再延期**，新的加密密钥打不开旧文件。
- 办理过程中请不要拔出 USB Key。意外中断时，重新打开用户工具会从断点继续。
- 新证书同步到各业务系统需要约一个工作日。`,
  },
  {
    id: 'notice-maintenance',
    title: '系统例行维护时间安排',
    daysBefore: 6,
    pinned: false,
    format: 'plain',
    body: `平台每月最后一个周六 22:00 至次日 02:00 例行维护。

维护期间不能登录，也不能办理延期、修复和印章业务。查看 USB Key 上的证书和有效期不受影响。
已经开始办理的订单会保留，维护结束后可以继续。`,
  },
  {
    id: 'notice-seal',
    title: '关于规范电子印章图片的通知',
    daysBefore: 34,
    pinned: false,
    format: 'markdown',
    body: `近期部分印章图片因不清晰被退回。提交前请对照以下要求：

- PNG 格式，透明或白色背景，每边 100 到 4000 像素，不超过 1 MB；
- 章面完整、端正、居中，不压字，不反光；
- 印章名称与证书的单位名称一致。

审核一般在半个工作日内完成，结果可以在“电子印章”里查看。`,
  },
  {
    id: 'notice-phone',
    title: '请及时核对预留手机号',
    daysBefore: 62,
    pinned: false,
    format: 'plain',
    body: `短信验证码只发送到账号预留的手机号。经办人变更后，请先办理经办人变更，再办理延期或修复。

平台工作人员不会索要验证码和 PIN，请不要告诉他人。`,
  },
  {
    id: 'notice-browser',
    title: '用户工具替代浏览器控件的说明',
    daysBefore: 95,
    pinned: false,
    format: 'plain',
    body: `使用用户工具办理延期和修复，不再需要逐个安装浏览器控件，也不需要更改浏览器设置。

电脑上仍需要安装 USB Key 的驱动。是否已经安装，请在用户工具的“环境检测”里查看。`,
  },
]
