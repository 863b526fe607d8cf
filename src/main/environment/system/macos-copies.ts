/**
 * Other copies in what `ps -axo pid=,comm=` printed: on macOS `comm` is the whole path of the executable (ps(1)). The
 * children of an Electron program have executables of their own ("… Helper").
 */
export function readPs(printed: string, executable: string, ownPid: number): readonly number[] | undefined {
  const rows = printed.split('\n').flatMap((line) => {
    const [, pid, path] = /^\s*(\d+) (.+?)\s*$/.exec(line) ?? []
    return pid === undefined ? [] : [{ pid: Number(pid), path: path ?? '' }]
  })
  if (!rows.some(({ pid }) => pid === ownPid)) return undefined
  const name = nameOf(executable)
  return rows.filter(({ pid, path }) => pid !== ownPid && nameOf(path) === name).map(({ pid }) => pid)
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path
}
