import type { Entry } from './collect.ts'

interface ReadmeParts {
  readonly code: string
  readonly createdAt: Date
  readonly version: string
  readonly entries: readonly Entry[]
}

const meanings: Readonly<Record<Entry['section'], string>> = {
  about: '程序、系统和运行环境的版本',
  environment: '环境检测的结果',
  drivers: '找到的 USB Key 驱动及其状态',
  tokens: 'USB Key 和证书（卡号只留后四位，姓名和单位名称已遮盖）',
  settings: '设置（不含账号和任何密码）',
  platform: '平台能否连通',
  renewals: '办理记录：步骤、时间和错误代码（不含证书、手机号和完整订单号）',
  log: '最近的运行日志',
}

/** README.txt of a package, for whoever opens it: what is in it, and what is not. */
export function readme({ code, createdAt, version, entries }: ReadmeParts): string {
  const files = entries.map(({ file, section, failure }) => {
    const missing = failure === undefined ? '' : `（没有取到：${failure.code}）`
    return `  ${file}：${meanings[section]}${missing}`
  })
  return [
    'CA 用户工具 诊断包',
    '',
    `校验码：${code.slice(0, 3)} ${code.slice(3)}`,
    `生成时间（UTC）：${createdAt.toISOString()}`,
    `程序版本：${version}`,
    '',
    '包里有：',
    ...files,
    '',
    '包里没有：PIN、登录密码、短信验证码、登录会话、私钥、证书文件，也没有完整的手机号、身份证号、卡号、姓名和单位名称。',
    '形如这些内容的文字已换成 [digits]、[phone]、[secret] 等标记。',
    '',
    '校验码由本文件以外的全部文件算出：按顺序取每个文件的名称、NUL、内容、NUL，求 SHA-256，取前 48 位除以 1000000 的余数。',
    '程序不会自动发送诊断包。请核对内容后，自行交给客服。',
    '',
  ].join('\r\n')
}
