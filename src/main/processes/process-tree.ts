interface Process {
  readonly pid: number
  readonly parent: number
}

/** Tells whether a process is this one, or was started by it or by what it started. */
export function descendsFrom(ancestor: number, all: readonly Process[]): (process: Process) => boolean {
  const byPid = new Map(all.map((process) => [process.pid, process]))
  return (process) => {
    const seen = new Set<number>()
    let pid = process.pid
    // Processes come and go while they are read: a line of parents may even bite its own tail.
    while (pid !== ancestor && !seen.has(pid)) {
      seen.add(pid)
      pid = byPid.get(pid)?.parent ?? pid
    }
    return pid === ancestor
  }
}
