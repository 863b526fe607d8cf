import { demonstrationAccounts } from '../accounts.ts'
import type { ControlPort } from '../control/control-port.ts'

interface Greeting {
  readonly origin: string
  readonly control: ControlPort
  readonly roots: readonly string[]
  readonly keys: string | undefined
  readonly stateFile: string | undefined
}

/** What an engineer needs to know; a script may read it line by line. */
export function greeting({ origin, control, roots, keys, stateFile }: Greeting): string {
  const accounts = demonstrationAccounts.map(({ account, password }) => `${account} / ${password}`)
  const lines = [
    ['接口地址', `${origin}/api/v1`],
    ['吊销列表', `${origin}/crl/p-256.crl（rsa、p-256、sm2）`],
    ['短信与审核', `${control.origin}/#${control.token}`],
    ['控制地址', control.origin],
    ['控制令牌', control.token],
    ['演示账号', accounts.join('，')],
    ['根证书', roots.join(' ')],
    ['私钥与证书', keys ?? '没有（用 --keys 文件夹 生成）'],
    ['数据', stateFile ?? '不保留（用 --state 文件 保留）'],
  ] as const
  const text = lines.map(([label, value]) => `  ${label}${'　'.repeat(6 - label.length)}${value}`).join('\n')
  return `证书在线服务平台（模拟器）已启动，只接受本机访问。按 Ctrl+C 结束。\n\n${text}\n`
}
