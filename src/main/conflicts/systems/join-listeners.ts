import type { Listener } from '../running-system.ts'

/** One entry for each port, whoever and however many listen on it. */
export function joinListeners(found: readonly { readonly port: number; readonly pid: number }[]): readonly Listener[] {
  const ports = [...new Set(found.map(({ port }) => port))].filter((port) => port > 0 && port < 65_536)
  return ports.map((port) => ({
    port,
    pids: [...new Set(found.filter((one) => one.port === port).map(({ pid }) => pid))],
  }))
}
