import type { CertificateFaultKind, WireFaultKind } from '../../../src/shared/demo/simulator-messages.ts'

/** Faults of one answer on the wire, as a person chooses them. */
export const wireFaultLabels: Readonly<Record<WireFaultKind, string>> = {
  'drop-before': '断开连接，什么也没办',
  'drop-after-commit': '办完后断开连接',
  hang: '一直不回答',
  'slow-commit': '慢一点再办',
  'html-503': '维护网页（503）',
  'html-200': '上网登录网页（200）',
  '500-before': '内部错误，什么也没办',
  '500-after-commit': '办完后报内部错误',
  'session-expired': '登录失效',
}

/** Faults of the next certificate that is issued. */
export const certificateFaultLabels: Readonly<Record<CertificateFaultKind, string>> = {
  'other-key': '签名证书：公钥不对',
  'other-subject': '签名证书：主题不对',
  expired: '签名证书：已过期',
  'not-yet-valid': '签名证书：未生效',
  untrusted: '签名证书：不是这家 CA 签的',
  'is-ca': '签名证书：是 CA 证书',
  'not-longer': '签名证书：没有延长',
  'same-old': '签名证书：就是旧证书',
  garbage: '签名证书：乱码',
  'trailing-bytes': '签名证书：末尾多出字节',
  'wrong-usage': '签名证书：用途不对',
  'encryption-other-key': '加密证书：公钥不对',
  'encryption-damaged-key': '加密证书：私钥包损坏',
  'encryption-unknown-wrapping': '加密证书：私钥包格式未知',
  'encryption-other-subject': '加密证书：主题不对',
  'encryption-expired': '加密证书：已过期',
  'encryption-untrusted': '加密证书：不是这家 CA 签的',
  'encryption-wrong-usage': '加密证书：用途不对',
  'encryption-is-ca': '加密证书：是 CA 证书',
  'encryption-garbage': '加密证书：乱码',
}
