import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

export const diagnosticsErrors: Readonly<Record<Extract<ErrorCode, `diagnostics.${string}`>, ErrorText>> = {
  'diagnostics.late': {
    title: '这一项没有取到',
    cause: '这一项没有在规定的时间内给出内容，诊断包里没有它。',
    nextStep: '其余内容不受影响，可以照常保存；需要时请稍后重新生成。',
  },
  'diagnostics.expired': {
    title: '诊断包需要重新生成',
    cause: '生成后已超过五分钟，或已有更新的诊断包，这一份没有保留。',
    nextStep: '请重新生成诊断包，再保存；校验码会随之更新。',
  },
  'diagnostics.saveFailed': {
    title: '诊断包没有保存',
    cause: '文件没有写成，可能是所选文件夹不能写入或磁盘已满。',
    nextStep: '请换一个文件夹再保存；校验码不变。',
  },
  'diagnostics.fileGone': {
    title: '找不到已保存的诊断包',
    cause: '文件已被移动或删除，或保存之后程序重新打开过。',
    nextStep: '请自行打开当时所选的文件夹，或重新生成诊断包。',
  },
}
