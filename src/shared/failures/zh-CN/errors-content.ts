import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

export const contentErrors: Readonly<Record<Extract<ErrorCode, `content.${string}`>, ErrorText>> = {
  'content.hashMismatch': {
    title: '下载的文件与平台公布的不一致',
    cause: '文件的 SHA-256 校验值与平台公布的不同，可能在传输中损坏，或不是平台的文件，已经删除。',
    nextStep: '请刷新下载列表后重新下载；若再次出现，请不要从别处获取，并把下方代码告诉平台客服。',
  },
  'content.diskFull': {
    title: '磁盘空间不足',
    cause: '保存文件的磁盘已满，下载停了下来，已下载的部分还在。',
    nextStep: '请腾出空间后点继续，不用从头下载。',
  },
  'content.saveFailed': {
    title: '文件没有写成',
    cause: '所选文件夹不能写入，或磁盘已取下。',
    nextStep: '请确认文件夹可以写入后点继续，或取消后另选一个文件夹。',
  },
  'content.fileGone': {
    title: '找不到已下载的文件',
    cause: '文件已被移动、改名或删除。',
    nextStep: '请在新的位置打开它，或重新下载。',
  },
}
