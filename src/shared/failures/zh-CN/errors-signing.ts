import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type SigningCode = Extract<ErrorCode, `signing.${string}`>

export const signingErrors: Readonly<Record<SigningCode, ErrorText>> = {
  'signing.keyMismatch': {
    title: '私钥与证书不一致',
    cause: 'USB Key 给出了结果，但用这张证书核对没有通过：它们可能不是一对。',
    nextStep: '请不要用这张证书办理业务。请把卡号和证书序列号告诉颁发机构核对。',
  },
  'signing.wrongUsage': {
    title: '加密证书不能用来签署',
    cause: '这张证书只用于加密，按规定不能用它签署文件。',
    nextStep: '请改用同一张卡片上的签名证书。',
  },
  'signing.sm2Files': {
    title: '暂不支持用 SM2 证书签署文件',
    cause: '签署文件现在只支持 RSA 和 P-256 证书；SM2 的签名文件格式（GM/T 0010）本程序还不会生成。',
    nextStep: '没有生成签名文件，证书不受影响。要确认这张证书和密钥能用，可以使用「验证签名」。',
  },
  'signing.fileUnreadable': {
    title: '文件读不出来',
    cause: '所选的文件不在原来的位置，或没有读取权限。',
    nextStep: '请重新选择文件后再试。',
  },
  'signing.fileChanged': {
    title: '文件在签署时被改动',
    cause: '签署期间文件内容有变化，程序没有保存这份签名。',
    nextStep: '请先关闭正在编辑该文件的程序，再重新签署。',
  },
  'signing.saveFailed': {
    title: '签名文件没有保存',
    cause: '签名已经做好，但文件没有写成，可能是文件夹不能写入或磁盘已满。',
    nextStep: '请把要签署的文件复制到可以写入的文件夹，再签署一次。',
  },
  'signing.notSignature': {
    title: '这不是签名文件',
    cause: '所选的文件不是可以识别的签名（CMS，常见后缀 .p7s）。',
    nextStep: '请选择与文件一起收到的 .p7s 签名文件；若已损坏，请让对方重新发送。',
  },
  'signing.attached': {
    title: '签名里带着原文',
    cause: '这份签名把文件内容包在了里面，本程序只核对与文件分开的签名。',
    nextStep: '请让对方另发一份分离签名（.p7s），或用对方的软件核对。',
  },
  'signing.noSigner': {
    title: '文件里没有签名',
    cause: '所选的文件只有证书，没有任何人的签名。',
    nextStep: '请选择 .p7s 签名文件。',
  },
  'signing.sm2Format': {
    title: '暂不支持国密格式的签名',
    cause: '这份签名用的是国密格式（GM/T 0010），本程序还不能核对，不代表签名有问题。',
    nextStep: '请用颁发机构或对方提供的软件核对。',
  },
}
