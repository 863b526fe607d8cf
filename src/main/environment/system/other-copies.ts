import { join } from 'node:path/win32'
import type { RunTool } from '../../usb/run-tool.ts'
import type { OtherCopies } from './check-other-copy.ts'
import { createLinuxCopies } from './linux-copies.ts'
import { readPs } from './macos-copies.ts'
import { readTasklist } from './windows-copies.ts'

interface CopiesParts {
  readonly platform: NodeJS.Platform
  readonly environment: NodeJS.ProcessEnv
  /** Of the running program, absolute. */
  readonly executable: string
  readonly run: RunTool
  readonly ownPid?: number
}

/** How this system is asked for other copies of this program; undefined where nobody knows how. */
export function createOtherCopies(parts: CopiesParts): OtherCopies | undefined {
  const { platform, environment, executable, run, ownPid = process.pid } = parts
  const ask =
    (path: string, parameters: readonly string[], read: (printed: string) => readonly number[] | undefined) =>
    async () => {
      const printed = await run({ path, parameters })
      return printed === undefined ? undefined : read(printed)
    }
  if (platform === 'linux') return createLinuxCopies({ executable, ownPid })
  if (platform === 'win32') {
    const name = executable.split(/[\\/]/).at(-1) ?? ''
    const tasklist = join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32', 'tasklist.exe')
    const parameters = ['/FI', `IMAGENAME eq ${name}`, '/FO', 'CSV', '/NH']
    return ask(tasklist, parameters, (printed) => readTasklist(printed, ownPid))
  }
  if (platform !== 'darwin') return undefined
  return ask('/bin/ps', ['-axo', 'pid=,comm='], (printed) => readPs(printed, executable, ownPid))
}
