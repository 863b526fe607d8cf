import type { SystemTool } from '../../../usb/run-tool.ts'
import type { SeenProcess } from '../../running-system.ts'
import { fileNameOf } from '../file-name.ts'

/** `=` leaves the heading out; `comm`, which may hold blanks, comes last. */
export const processQuery: SystemTool = {
  path: '/bin/ps',
  parameters: ['-axww', '-o', 'pid=,ppid=,uid=,lstart=,comm='],
}

/**
 * What `ps` printed; undefined when there is no process in it. On macOS `comm` is the whole path. A start is as many words as
 * the language likes, and ends with the time and the year.
 */
export function parseProcesses(printed: string, ownUser: number | undefined): readonly SeenProcess[] | undefined {
  const line =
    /^[ \t]*(\d+)[ \t]+(\d+)[ \t]+(-?\d+)[ \t]+(\S+(?:[ \t]+\S+){0,4}?[ \t]+\d{1,2}:\d\d:\d\d[ \t]+\d{4})[ \t]+(\S.*?)[ \t]*$/gm
  const found = [...printed.matchAll(line)].map(([, pid, parent, user, started = '', command = '']) => ({
    ...{ pid: Number(pid), parent: Number(parent), started: started.replace(/\s+/g, ' ') },
    ...{ names: [fileNameOf(command)], places: [command], isOwn: Number(user) === ownUser },
  }))
  return found.length === 0 ? undefined : found
}
