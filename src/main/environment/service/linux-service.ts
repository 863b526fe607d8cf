import { access, readFile } from 'node:fs/promises'
import type { ServiceState, SmartCardService } from './smart-card-service.ts'

interface Places {
  /** proc(5): every Unix socket of this network namespace. */
  readonly unixSockets: string
  /** Where drivers reach the service (pcscd(8)). */
  readonly socket: string
  readonly programs: readonly string[]
}

const usualPlaces: Places = {
  unixSockets: '/proc/net/unix',
  socket: '/run/pcscd/pcscd.comm',
  programs: ['/usr/sbin/pcscd', '/usr/bin/pcscd', '/usr/local/sbin/pcscd'],
}

/** A socket that somebody listens at carries this flag (__SO_ACCEPTCON); pcscd does, or systemd, which then starts it. */
const listening = 0x1_0000

/** Told by the list of sockets: connecting to it would start the service where systemd waits for that. */
export function createLinuxService(places: Places = usualPlaces): SmartCardService {
  return { name: 'pcscd', state: () => stateIn(places) }
}

async function stateIn({ unixSockets, socket, programs }: Places): Promise<ServiceState> {
  const list = await readFile(unixSockets, 'utf8').catch(() => undefined)
  if (list === undefined) return 'unknown'
  if (list.split('\n').some((line) => isListeningAt(line, socket))) return 'running'
  const installed = await Promise.all(
    programs.map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  )
  return installed.includes(true) ? 'stopped' : 'missing'
}

/** `Num RefCount Protocol Flags Type St Inode Path`; /var/run is the same folder as /run. */
function isListeningAt(line: string, socket: string): boolean {
  const [, , , flags = '', , , , path = ''] = line.trim().split(/\s+/)
  return path.replace(/^\/var\/run\//, '/run/') === socket && (Number.parseInt(flags, 16) & listening) !== 0
}
