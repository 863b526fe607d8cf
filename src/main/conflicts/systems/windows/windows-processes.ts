import { win32 } from 'node:path'
import * as z from 'zod'
import type { SystemTool } from '../../../usb/run-tool.ts'
import type { SeenProcess } from '../../running-system.ts'

/**
 * Win32_Process (Win32 Provider, Microsoft) names every process with the instant of its start. Owners are asked for in this
 * session only: services have one of their own, and asking takes time. A date goes as a text: it is above 2^53.
 */
const query =
  '[Console]::OutputEncoding=[Text.Encoding]::UTF8;' +
  '$me=[Security.Principal.WindowsIdentity]::GetCurrent().User.Value;' +
  '$session=(Get-Process -Id $PID).SessionId;' +
  'ConvertTo-Json -Compress @(Get-CimInstance Win32_Process|ForEach-Object{' +
  '$owner=if($_.SessionId -eq $session){' +
  '(Invoke-CimMethod -InputObject $_ -MethodName GetOwnerSid -ErrorAction SilentlyContinue).Sid};' +
  '[pscustomobject]@{pid=$_.ProcessId;parent=$_.ParentProcessId;name=$_.Name;path=$_.ExecutablePath;' +
  'started="$($_.CreationDate.Ticks)";isOwn=($null -ne $owner -and $owner -eq $me)}})'

export function processQuery(systemRoot: string): SystemTool {
  return {
    path: win32.join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
    parameters: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', query],
  }
}

const Process = z.object({
  pid: z.int().nonnegative(),
  parent: z.int().nonnegative(),
  name: z.string().min(1),
  path: z.string().nullish(),
  started: z.string().nullish(),
  isOwn: z.boolean(),
})

/** What the query printed; undefined when it is not what was asked for. Windows is never without processes. */
export function parseProcesses(printed: string): readonly SeenProcess[] | undefined {
  try {
    const entries = z
      .array(Process)
      .min(1)
      .parse(JSON.parse(printed.replace(/^\uFEFF/, '')))
    const starts = new Map(entries.map(({ pid, started }) => [pid, started]))
    return entries.map(({ pid, parent, name, path, started, isOwn }) => ({
      ...{ pid, parent: isLater(starts.get(parent), started) ? noParent : parent, names: [name], isOwn },
      places: path === null || path === undefined || path === '' ? [] : [path],
      ...(started === null || started === undefined || started === '' ? {} : { started }),
    }))
  } catch {
    return undefined
  }
}

/** The idle process, which starts nothing. */
const noParent = 0

type Start = z.output<typeof Process>['started']

/** A process keeps the number of its parent for ever, also when that one has ended and a later process has got it. */
function isLater(parent: Start, child: Start): boolean {
  const areKnown = typeof parent === 'string' && typeof child === 'string' && parent !== '' && child !== ''
  return areKnown && BigInt(parent) > BigInt(child)
}
