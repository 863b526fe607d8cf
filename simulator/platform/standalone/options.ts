import { parseArgs } from 'node:util'

export interface StandaloneOptions {
  readonly port: number
  readonly controlPort: number
  /** Without it nothing is kept when the program ends. */
  readonly stateFile: string | undefined
  /** Where keys and certificates are put; without it there are none to begin with. */
  readonly keys: string | undefined
  readonly review: boolean
}

export const usage = `用法：npm run simulator -- [选项]

  --port 端口           接口的端口，默认 18080；0 表示任选一个
  --control-port 端口   控制端口，默认 18081；0 表示任选一个
  --state 文件          把平台的数据存到这个文件，下次接着用；不给则结束后不保留
  --keys 文件夹         在这个文件夹里放演示用的私钥和证书（PEM）
  --review              订单要审核通过才签发
  --help                显示这段说明
`

/** Undefined when the words are not understood, or help is asked for: then `usage` says what would be. */
export function readOptions(words: readonly string[]): StandaloneOptions | undefined {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const options = { port: text, 'control-port': text, state: text, keys: text, review: flag, help: flag }
  try {
    const { values } = parseArgs({ args: [...words], options })
    if (values.help) return undefined
    return {
      port: portOf(values.port ?? '18080'),
      controlPort: portOf(values['control-port'] ?? '18081'),
      stateFile: values.state,
      keys: values.keys,
      review: values.review,
    }
  } catch {
    return undefined
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error('not a port')
  return port
}
