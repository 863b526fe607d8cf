import type { ConflictDetail } from '../../../shared/environment/conflict-details.ts'

const details: Readonly<Record<ConflictDetail, string>> = {
  'running-program': '正在运行（进程号）',
  'running-service': '系统服务',
  'used-port': '正在使用的本机端口',
  'installed-program': '已安装',
  'not-ended-service': '是系统服务，不能由本程序请它退出',
  'not-ended-other-user': '不能确定是当前用户启动的，不能由本程序请它退出',
  'not-ended-unknown': '不在已知的程序里，请自己确认后再退出',
  'quit-step': '退出方法',
  'quit-effect': '退出的影响',
  'source-verified': '依据（已实测）',
  'source-reported': '依据（公开资料，未实测）',
  'source-guess': '依据（推测，未实测）',
  'own-issuer': '正在运行，是这把 USB Key 的颁发机构自己的程序',
  'own-maker': '正在运行，是 USB Key 厂商的驱动组件',
  'shared-name': '有同名的程序在运行，不能确定是它',
  'only-installed': '已安装，没有在运行',
  'seen-processes': '查看了正在运行的程序（个）',
  'seen-services': '查看了正在运行的系统服务（个）',
  'seen-ports': '查看了正在使用的本机端口（个）',
  'seen-installed': '查看了已安装的程序（个）',
  'seen-holders': '打开着 USB Key 的其他程序（个）',
}

/** 环境检测 → 冲突程序. */
export const environmentConflictsTexts = {
  ok: { conflicts: '未发现，共核对 {{count}} 种。' },
  notApplicable: {},
  /** Of the rows of this check, by the label of what they bring along. */
  details,
  guide: {
    open: '查看退出方法',
    openOf: '{{subject}}：查看退出方法',
    title: '怎样退出：{{subject}}',
    /** For a program that the table does not know. */
    general: [
      '请保存好它里面的工作，再关闭它的窗口。',
      '没有窗口：在屏幕右下角点向上的小箭头，右键点它的图标，选退出。',
      '退不掉：请重启电脑，先打开本程序办理，办完再用它。',
    ],
    safe: '退出它不会改动 USB Key 里的证书；本程序不会强行结束任何程序。',
    done: '我已退出，重新检测',
  },
  end: {
    open: '请它退出',
    openOf: '{{subject}}：请它退出',
    title: '请 {{subject}} 退出？',
    text: '本程序会像点关闭按钮那样请它退出，不会强行结束；它可能会问要不要保存。',
    unsaved: '它里面没有保存的内容可能会丢失，请先保存。',
    programs: '将请退出的程序',
    confirm: '请它退出',
    asking: '正在等它退出',
  },
}
