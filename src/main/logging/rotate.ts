import { chmodSync, existsSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join, parse } from 'node:path'

/** Files besides the one that is written. */
const keptFiles = 2

/** The files of a log, newest first: main.log, main.1.log, main.2.log. */
export function logFiles(path: string): readonly string[] {
  const { dir, name, ext } = parse(path)
  const old = Array.from({ length: keptFiles }, (_, index) => join(dir, `${name}.${index + 1}${ext}`))
  return [path, ...old]
}

/**
 * Makes room for a new file: each file takes the place of the next older one, the oldest goes. Where a file cannot be
 * renamed (a virus scanner holds it) what was written is given up: a log must not grow without end.
 */
export function rotate(path: string): void {
  try {
    const files = logFiles(path)
    rmSync(files.at(-1) ?? '', { force: true })
    const moves = files.slice(0, -1).map((from, index) => [from, files[index + 1] ?? ''] as const)
    for (const [from, to] of [...moves].reverse()) if (existsSync(from)) renameSync(from, to)
  } catch {
    truncateSync(path)
  }
}

/** For this user only, also what another version of the program has left open to all. */
export function keepPrivate(path: string): void {
  if (process.platform === 'win32') return
  for (const file of logFiles(path)) {
    try {
      if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
    } catch {
      // There is none, or it is another user's: no reason not to start.
    }
  }
}
