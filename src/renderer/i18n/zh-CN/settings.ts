import { connection } from './settings-connection.ts'

export const settings = {
  ...connection,
  modules: {
    title: 'USB Key 驱动',
    hint: '程序通过 USB Key 厂商的驱动读取证书。只添加厂商或颁发机构提供的驱动文件。',
    empty: '还没有添加驱动。',
    add: '添加驱动',
    remove: '移除',
    removeNamed: '移除驱动 {{name}}',
    state: {
      starting: '正在启动',
      ready: '可用',
      failed: '不可用',
      unknown: '尚未检测',
    },
  },
  about: {
    title: '关于',
    version: '版本',
    mode: '运行方式',
    real: '正式',
    demo: '演示',
    demoToken: '演示用的 USB Key',
    softhsm: '软件密码设备（SoftHSM2）',
    soft: '程序自带的软件 USB Key',
  },
}
