import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type ConflictCode = Extract<
  ErrorCode,
  `environment.${'keyHeld' | 'conflictRunning' | 'conflictSuspected' | 'conflictsUnreadable' | 'programStillRunning' | 'programRestarted' | 'programNotEndable'}`
>

export const environmentConflictsErrors: Readonly<Record<ConflictCode, ErrorText>> = {
  'environment.keyHeld': {
    title: 'USB Key 正被其他程序打开',
    cause: '正打开着 USB Key，这时写入证书可能失败。',
    nextStep: '请保存好它里面的工作并退出它，再点重新检测；证书不受影响。',
  },
  'environment.conflictRunning': {
    title: '其他 CA 程序正在运行',
    cause: '正在运行，会占用 USB Key，可能导致证书写不进去。',
    nextStep: '请按查看退出方法退出它，再点重新检测；证书不受影响。',
  },
  'environment.conflictSuspected': {
    title: '可能有其他 CA 程序在运行',
    cause: '看起来正在运行，办理时可能占用 USB Key。',
    nextStep: '建议先退出它，再点重新检测；确认它没有在运行时可以继续办理。',
  },
  'environment.conflictsUnreadable': {
    title: '无法判断有没有冲突程序',
    cause: '系统没有让本程序看到需要的信息，不能说没有冲突程序。',
    nextStep: '请先退出其他省市的 CA 程序再办理，也可以点重新检测再试一次。',
  },
  'environment.programStillRunning': {
    title: '程序还没有退出',
    cause: '已请它退出，但它还在运行，可能正在问要不要保存。',
    nextStep: '请看看它的窗口有没有提问；仍退不掉时请按查看退出方法操作，本程序不会强行结束它。',
  },
  'environment.programRestarted': {
    title: '程序又自己启动了',
    cause: '它退出后又自己启动了，这类程序常驻在系统里。',
    nextStep: '请重启电脑，先打开本程序办理，办完再用它。',
  },
  'environment.programNotEndable': {
    title: '不能由本程序请它退出',
    cause: '本程序没有请任何程序退出。',
    nextStep: '请点重新检测；仍在时按查看退出方法操作，或请电脑管理员处理。',
  },
}
