import { stat, readFile } from 'node:fs/promises'
import { win32 } from 'node:path'
import { AppError } from '../../app-error.ts'
import type { RunTool } from '../../usb/run-tool.ts'
import { isProtectedDescriptor } from './windows-protection.ts'

const largestFile = 1 << 16

/** Octets of UTF-8 in base64: whatever a path holds, it is no part of a command. */
function askDescriptors(paths: readonly string[]): string {
  const list = paths.map((path) => `'${Buffer.from(path, 'utf8').toString('base64')}'`).join(',')
  return (
    `foreach ($p in @(${list})) { ` +
    '$q = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($p)); ' +
    '(Get-Acl -LiteralPath $q).Sddl }'
  )
}

interface WindowsFileParts {
  readonly run: RunTool
  readonly systemRoot: string
}

/**
 * Reads a file of at most 64 KiB that only an administrator can change, by the access lists of the file and its folder:
 * anybody may create a folder in %ProgramData% and would own it. Code settings.policyUnprotected. Not verified on Windows.
 */
export function createWindowsReader({ run, systemRoot }: WindowsFileParts): (path: string) => Promise<Uint8Array> {
  const program = win32.join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  return async (path) => {
    if ((await stat(path)).size > largestFile) throw new Error('too large')
    const command = askDescriptors([path, win32.dirname(path)])
    const parameters = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', command]
    const printed = (await run({ path: program, parameters })) ?? ''
    const [file = '', folder = '', ...more] = printed.split(/\r?\n/).filter((line) => line !== '')
    const isProtected = isProtectedDescriptor(file, 'file') && isProtectedDescriptor(folder, 'folder')
    if (!isProtected || more.length > 0) {
      throw new AppError('settings.policyUnprotected', { cause: new Error(`${path}: ${printed.trim()}`) })
    }
    return readFile(path)
  }
}
