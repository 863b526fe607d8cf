import type { SystemTool } from '../../../usb/run-tool.ts'
import type { Listener } from '../../running-system.ts'
import { joinListeners } from '../join-listeners.ts'

/** Only fields, each in a line that begins with its letter (lsof(8), OUTPUT FOR OTHER PROGRAMS). */
export const listenerQuery: SystemTool = {
  path: '/usr/sbin/lsof',
  parameters: ['-nP', '-iTCP', '-sTCP:LISTEN', '-Fpn'],
}

/** What `lsof` printed: `p` and a process, then `n` and where each of its sockets listens. Others' are not shown. */
export function parseListeners(printed: string): readonly Listener[] {
  let pid = 0
  const found = printed.split(/\r?\n/).flatMap((line) => {
    if (/^p\d+$/.test(line)) pid = Number(line.slice(1))
    const port = /^n\S*:(\d{1,5})$/.exec(line)?.[1]
    return port === undefined || pid === 0 ? [] : [{ port: Number(port), pid }]
  })
  return joinListeners(found)
}
