import { descendsFrom } from '../processes/process-tree.ts'
import type { Sight } from './recognise.ts'
import type { RunningSystem } from './running-system.ts'

/** Looks at everything at once. This program and what it has started are left out: it must not find itself. */
export async function look(system: RunningSystem, signal: AbortSignal, ownPid: number): Promise<Sight> {
  const [processes, listeners, installed, services, showsEveryone] = await Promise.all([
    system.processes(signal),
    system.listeners(signal),
    system.installed(signal),
    system.services?.(signal),
    system.showsEveryone?.(),
  ])
  const isOwn = descendsFrom(ownPid, processes ?? [])
  return {
    processes: processes?.filter((process) => !isOwn(process)),
    ...{ listeners, installed },
    ...(system.services === undefined ? {} : { services }),
    ...(showsEveryone === false ? { hidesOthers: true } : {}),
  }
}
