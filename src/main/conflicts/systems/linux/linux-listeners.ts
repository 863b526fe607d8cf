import { readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Listener } from '../../running-system.ts'
import { readText } from './read-text.ts'

/** A socket that listens: its port, and the number that the files of its process lead to. */
interface Socket {
  readonly port: number
  readonly inode: string
}

/** Who listens on which TCP port, out of /proc/net/tcp and tcp6 (proc(5)); undefined where that cannot be read. */
export async function readLinuxListeners(proc: string): Promise<readonly Listener[] | undefined> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readText(join(proc, 'net', name))))
  // Without IPv6 there is one table only.
  if (tables[0] === undefined) return undefined
  const sockets = tables.flatMap((table) => parseSockets(table ?? ''))
  const owners = await findOwners(proc, new Set(sockets.map(({ inode }) => inode)))
  const pidsOf = (port: number) => {
    return sockets.filter((socket) => socket.port === port).flatMap(({ inode }) => owners.get(inode) ?? [])
  }
  return [...new Set(sockets.map(({ port }) => port))].map((port) => ({ port, pids: [...new Set(pidsOf(port))] }))
}

/** '  0: 0100007F:4F5B 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000  0 12345 …'; 0A is LISTEN. */
export function parseSockets(table: string): readonly Socket[] {
  const line = /^\s*\d+: [0-9A-F]{8,32}:([0-9A-F]{4}) [0-9A-F]{8,32}:0000 0A \S+ \S+ \S+\s+\d+\s+\d+ (\d+) /gim
  return [...table.matchAll(line)].map(([, port = '', inode = '']) => ({ port: Number.parseInt(port, 16), inode }))
}

/** Which processes have these sockets. Others' are not shown to this user: then nobody is known. */
async function findOwners(proc: string, inodes: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly number[]>> {
  const owners = new Map<string, readonly number[]>()
  if (inodes.size === 0) return owners
  const pids = (await readdir(proc).catch(() => [])).filter((name) => /^\d+$/.test(name))
  await Promise.all(
    pids.map(async (pid) => {
      for (const inode of await socketsOf(join(proc, pid, 'fd'))) {
        if (inodes.has(inode)) owners.set(inode, [...(owners.get(inode) ?? []), Number(pid)])
      }
    }),
  )
  return owners
}

async function socketsOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  const targets = await Promise.all(names.map((name) => readlink(join(folder, name)).catch(() => '')))
  return targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [])
}
