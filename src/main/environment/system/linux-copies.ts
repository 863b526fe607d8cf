import { readdir, readFile, readlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { OtherCopies } from './check-other-copy.ts'

interface LinuxParts {
  /** Of this program. Only its file name counts: an AppImage is mounted somewhere else for each copy. */
  readonly executable: string
  readonly ownPid: number
  readonly proc?: string
}

/**
 * Processes of the same program, of every user: /proc/<pid>/cmdline can be read by all, /proc/<pid>/exe only by its
 * owner (proc(5)). Chromium's children bear `--type=` and are no copies.
 */
export function createLinuxCopies({ executable, ownPid, proc = '/proc' }: LinuxParts): OtherCopies {
  const name = basename(executable)
  const isCopy = async (pid: string): Promise<boolean> => {
    const folder = join(proc, pid)
    const [words, target] = await Promise.all([
      // Gone meanwhile, or hidden by the mount option hidepid: then nothing can be said of it.
      readFile(join(folder, 'cmdline'), 'utf8').catch(() => ''),
      readlink(join(folder, 'exe')).catch(() => undefined),
    ])
    const [command = ''] = words.split('\0')
    // A copy that was replaced by an update while it runs.
    const path = target?.replace(/ \(deleted\)$/, '') ?? command
    return words !== '' && basename(path) === name && !words.includes('--type=')
  }
  return async () => {
    const names = await readdir(proc).catch(() => undefined)
    // Without even itself there is nothing that could be believed.
    if (names?.includes(String(ownPid)) !== true) return undefined
    const others = names.filter((pid) => /^\d+$/.test(pid) && pid !== String(ownPid))
    const found = await Promise.all(others.map(async (pid) => ((await isCopy(pid)) ? Number(pid) : undefined)))
    return found.filter((pid) => pid !== undefined)
  }
}
