import { appearance } from './settings-appearance.ts'
import { connection } from './settings-connection.ts'
import { drivers } from './settings-drivers.ts'
import { managed } from './settings-managed.ts'

export const settings = {
  ...connection,
  appearance,
  drivers,
  managed,
  about: {
    title: '关于',
    licences: '开源许可',
    licencesFailed: '没有打开文件夹。许可文件在安装目录的 resources/licenses 里。',
    version: '版本',
    mode: '运行方式',
    real: '正式',
    demo: '演示',
    demoToken: '演示用的 USB Key',
    softhsm: '软件密码设备（SoftHSM2）',
    soft: '程序自带的软件 USB Key',
  },
}
