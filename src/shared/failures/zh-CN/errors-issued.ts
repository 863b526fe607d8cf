import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type IssuedCode = Extract<ErrorCode, `issued.${string}`>

const title = '平台签发的证书没有通过检查'
const nextStep = '程序没有写入它，原证书没有改动。请把订单号和下方代码告诉平台客服，处理后再重新办理。'

export const issuedErrors: Readonly<Record<IssuedCode, ErrorText>> = {
  'issued.unreadable': { title, cause: '平台返回的证书内容无法读取。', nextStep },
  'issued.otherKey': { title, cause: '新证书里的公钥不是这把 USB Key 刚生成的公钥。', nextStep },
  'issued.otherSubject': { title, cause: '新证书的持有者与原证书不一致。', nextStep },
  'issued.expired': { title, cause: '新证书在签发时就已经过期。', nextStep },
  'issued.notYetValid': {
    title,
    cause: '新证书的起始时间还没有到。',
    nextStep: '程序没有写入它，原证书没有改动。请核对电脑的日期和时间后重新办理。',
  },
  'issued.notLonger': { title, cause: '新证书的结束时间不晚于原证书。', nextStep },
  'issued.untrusted': { title, cause: '新证书不是由受信任的颁发机构签发的。', nextStep },
  'issued.isCa': { title, cause: '平台返回的是颁发机构的证书，不是用户证书。', nextStep },
  'issued.wrongUsage': { title, cause: '新证书的用途不包含签名。', nextStep },
  'issued.sameAsOld': { title, cause: '平台返回的就是原来那张证书。', nextStep },
  'issued.encryptionKeyMismatch': { title, cause: '平台下发的加密密钥与加密证书不配套。', nextStep },
}
