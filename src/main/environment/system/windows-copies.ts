/**
 * Other copies in what `tasklist /FO CSV /NH` printed for this program's image: name, pid, session's name, session's
 * number, memory (Microsoft's reference of tasklist). Children bear the same name, and a second copy in the same session
 * hands over to the first one, so that only other sessions count: one process of each, the first.
 */
export function readTasklist(printed: string, ownPid: number): readonly number[] | undefined {
  const rows = printed.split(/\r?\n/).flatMap(readRow)
  const own = rows.find(({ pid }) => pid === ownPid)
  // It must at least name this very program.
  if (own === undefined) return undefined
  const sessions = new Map<number, number>()
  for (const { image, pid, session } of rows) {
    // Compared as printed: in the console's code page, a Chinese name is not what it was.
    if (image === own.image && session !== own.session && !sessions.has(session)) sessions.set(session, pid)
  }
  return [...sessions.values()]
}

interface Row {
  readonly image: string
  readonly pid: number
  readonly session: number
}

function readRow(line: string): readonly Row[] {
  const [, image, pid, session] = /^"([^"]*)","(\d+)","[^"]*","(\d+)",/.exec(line) ?? []
  return image === undefined ? [] : [{ image, pid: Number(pid), session: Number(session) }]
}
