/** Why no token is seen, and what to do; `device` is what is plugged in, where that is known. */
export const tokenCauses = {
  device: '已插入：{{device}}',
  processes: '正在使用它的程序',
  process: '{{name}}（进程号 {{pid}}）',
  openPage: '打开驱动下载页',
  pageFailed: '没能打开下载页。请向厂商或颁发机构索取驱动。',
  nothing: {
    title: '没有检测到 USB Key',
    text: '电脑的 USB 口上没有看到认得的 USB Key。',
    steps: [
      '请把 USB Key 插入电脑机身上的 USB 口，等指示灯亮起，程序会自动读取。',
      '已经插好：请拔下换一个 USB 口，不要经过扩展坞或延长线。',
      '仍不行：程序可能还不认识这个型号，请按说明书安装驱动，再到设置里添加。',
    ],
  },
  'driver-missing': {
    title: '已插入 USB Key，但没有找到它的驱动',
    text: '程序要通过厂商的驱动才能读取证书。证书还在 USB Key 里，不受影响。',
    steps: [
      '请安装颁发机构或厂商提供的驱动，安装后拔下 USB Key 再插回。',
      '程序会自动再读取；没有反应时请点重新检测。',
      '驱动早已安装：请到设置里添加它的文件。',
    ],
  },
  'driver-32-bit': {
    title: '驱动是 32 位的，不能使用',
    text: '本程序是 64 位的，只能加载 64 位驱动。证书不受影响。',
    steps: ['请向厂商或颁发机构索取 64 位驱动。', '安装后拔下 USB Key 再插回，程序会自动再读取。'],
  },
  'in-use': {
    title: 'USB Key 正被其他程序打开',
    text: '其他程序打开着它时，驱动可能读不到证书。证书不受影响。',
    steps: [
      '请保存好这些程序里的工作，再退出它们；图标常在屏幕右下角。',
      '退出后程序会自动再读取；没有反应时请重插 USB Key。',
    ],
  },
  'unknown-key': {
    title: '插着的智能卡设备还不认识',
    text: '程序的驱动表里没有这个型号，不能确定它用哪个驱动。',
    steps: ['请向颁发机构确认型号，并安装它的驱动。', '安装后请到设置里添加驱动文件。'],
  },
  unread: {
    title: 'USB Key 已插入，但驱动没有读到它',
    text: '还不能判断是哪种原因。证书不受影响。',
    steps: [
      '请退出其他省市的 CA 程序，拔下 USB Key，换一个机身上的 USB 口再插入。',
      '现在用的驱动可能不是这把 USB Key 的：请安装颁发机构提供的驱动，再到设置里添加。',
    ],
  },
}
