import type { ErrorWords } from '../failure-text.ts'

/** 环境检测: network and system. */
export const environmentSystemWords = {
  'environment.clockOff': { ahead: '电脑的时间比平台快。', behind: '电脑的时间比平台慢。' },
  'environment.nameUnresolved': {
    'unknown-name': '域名服务器回答没有这个名称。',
    'no-resolver': '没有得到域名服务器的回答。',
    timeout: '等了一段时间，没有得到域名服务器的回答。',
    offline: '这台电脑现在没有连上任何网络。',
  },
  'environment.connectionFailed': {
    refused: '对方主机在，但没有在这个端口提供服务。',
    timeout: '等了一段时间，对方没有回应，常见原因是防火墙没有放行。',
    unreachable: '网络里没有通往对方主机的路。',
    closed: '连接刚建立就被断开，常见原因是防火墙或安全软件。',
  },
  'environment.deviceRights': {
    denied: '当前用户没有读写它的权限。',
    absent: '系统里没有找到它的设备文件。',
  },
} satisfies Partial<ErrorWords>
