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
  'seal.notOffered': {
    title: '这个平台没有电子印章业务',
    cause: '平台没有把电子印章列在它提供的业务里。',
    nextStep: '请到平台网站或向平台客服询问，怎样注册电子印章。',
  },
  'seal.certificateNotYet': {
    title: '平台还不认识这张证书',
    cause: '刚办理过延期或修复的证书，平台约一个工作日后才会更新，这不是故障。',
    nextStep: '请在一个工作日后再注册电子印章。仍不行时，请联系平台客服。',
  },
  'seal.notPermitted': {
    title: '当前账号没有印章权限',
    cause: '平台没有允许当前登录的账号办理电子印章。',
    nextStep: '请确认登录的是办理这张证书的账号。仍不行时，请联系平台客服开通。',
  },
  'seal.recordFailed': {
    title: '没有开始注册电子印章',
    cause: '注册之前要先在本机记下一笔以免重复注册，但没有写成，平台上什么也没有改动。',
    nextStep: '请检查磁盘空间和文件夹权限，然后再试一次。',
  },
  'seal.otherPicture': {
    title: '印章图片与登记的不一致，没有显示',
    cause: '平台发来的图片，和平台为这枚印章登记的摘要对不上。',
    nextStep: '请刷新列表再看一次。仍是这样时，请不要使用这枚印章，并联系平台客服。',
  },
}
