import { execFile } from 'node:child_process'
import { win32 } from 'node:path'
import { promisify } from 'node:util'
import { decodeLabel } from '../token/worker/token-text.ts'

const run = promisify(execFile)

export interface RegistryValue {
  /** The whole name, as in `HKEY_LOCAL_MACHINE\SOFTWARE\…`. */
  readonly key: string
  readonly name: string
  readonly value: string
}

/** The Windows registry, read only. */
export interface Registry {
  /** All texts below a key, in the 64-bit or the 32-bit view; none where there is no such key. Never rejects. */
  textsBelow(key: string, view: 32 | 64): Promise<readonly RegistryValue[]>
}

/** `reg.exe` takes milliseconds; one that hangs must not hold up the search. */
const deadlineMs = 5000
const longestOutput = 4_000_000

/** Asks `reg.exe`, by its own place: the search path may lead elsewhere. Not verified on Windows. */
export function createWindowsRegistry(systemRoot: string): Registry {
  const program = win32.join(systemRoot, 'System32', 'reg.exe')
  return {
    textsBelow: async (key, view) => {
      const parameters = ['query', key, '/s', `/reg:${view}`]
      try {
        const options = {
          encoding: 'buffer',
          timeout: deadlineMs,
          maxBuffer: longestOutput,
          windowsHide: true,
        } as const
        const { stdout } = await run(program, parameters, options)
        return parseRegistry(decodeLabel(stdout))
      } catch {
        // No such key is an exit code of 1 as well.
        return []
      }
    },
  }
}

/** What `reg query /s` prints: a line with the key, then its values, each four blanks, name, type and text. */
export function parseRegistry(output: string): readonly RegistryValue[] {
  let key = ''
  return output.split(/\r?\n/).flatMap((line) => {
    if (line.startsWith('HKEY_')) key = line.trim()
    const [, name, value] = /^ {4}(.+?) {4}REG_(?:EXPAND_)?SZ(?: {4}(.*))?$/.exec(line) ?? []
    return name === undefined || key === '' ? [] : [{ key, name, value: (value ?? '').trim() }]
  })
}
