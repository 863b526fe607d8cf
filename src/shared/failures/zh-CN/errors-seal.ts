import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type SealCode = Extract<ErrorCode, `seal.${string}`>

export const sealErrors: Readonly<Record<SealCode, ErrorText>> = {
  'seal.notFound': {
    title: '平台上没有这枚印章',
    cause: '这枚印章已被删除，或不属于当前登录的账号。',
    nextStep: '请刷新印章列表后再看。',
  },
  'seal.wrongState': {
    title: '这枚印章现在不能这样办理',
    cause: '平台上这枚印章的状态已经变化。',
    nextStep: '请刷新印章列表，按新的状态继续。',
  },
  'seal.badImage': {
    title: '印章图片没有被平台接受',
    cause: '平台检查后认为图片不符合要求。',
    nextStep: '请按印章图片处理方法及要求重新采集。',
  },
  'seal.tooLarge': {
    title: '印章图片太大',
    cause: '图片超过平台允许的大小。',
    nextStep: '请换一张较小的图片，或重新采集。',
  },
}
