import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

export const reminderErrors: Readonly<Record<Extract<ErrorCode, `reminders.${string}`>, ErrorText>> = {
  'reminders.lastDays': {
    title: '最后 7 天不能关闭提醒',
    cause: '这张证书将在 7 天内到期，或已经到期，提醒没有改动。',
    nextStep: '请尽快办理延期；不再使用这把 USB Key 时，可以忘记它。',
  },
  'reminders.loginItemFailed': {
    title: '开机时启动没有设置成功',
    cause: '系统没有接受这项设置，可能由单位统一管理。',
    nextStep: '请在系统的启动项设置里查看，或请信息部门协助；提醒在程序打开时照常工作。',
  },
  'reminders.calendarFailed': {
    title: '日历没有保存',
    cause: '文件没有写成，可能是所选文件夹不能写入或磁盘已满。',
    nextStep: '请换一个文件夹再保存。',
  },
}
