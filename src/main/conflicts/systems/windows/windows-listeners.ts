import { win32 } from 'node:path'
import type { SystemTool } from '../../../usb/run-tool.ts'
import { joinListeners } from '../join-listeners.ts'
import type { Listener } from '../../running-system.ts'

/** Without names of hosts, all sockets of IPv4 and IPv6, each with the number of its process. */
export function listenerQuery(systemRoot: string): SystemTool {
  return { path: win32.join(systemRoot, 'System32', 'NETSTAT.EXE'), parameters: ['-ano'] }
}

/**
 * What `netstat -ano` printed. The word for a state is translated in some languages; that nobody is at the other end
 * (0.0.0.0:0, [::]:0) is not. Undefined when there is no socket at all: Windows itself listens on several.
 */
export function parseListeners(printed: string): readonly Listener[] | undefined {
  const line = /^[ \t]*TCP[ \t]+\S+:(\d{1,5})[ \t]+(?:0\.0\.0\.0|\[::\]):0[ \t]+\S+[ \t]+(\d+)[ \t]*\r?$/gim
  const found = [...printed.matchAll(line)].map(([, port, pid]) => ({ port: Number(port), pid: Number(pid) }))
  return found.length === 0 ? undefined : joinListeners(found)
}
