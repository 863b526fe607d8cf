import { win32 } from 'node:path'
import type { RunTool } from '../../usb/run-tool.ts'
import { isPolicyKey } from './parse-policy.ts'
import { policyShapes } from './policy-values.ts'
import type { PolicySource } from './policy-source.ts'

const key = String.raw`HKLM\Software\Policies\CertUserTool`

interface RegistryParts {
  readonly run: RunTool
  readonly systemRoot: string
  readonly readProtected: (path: string) => Promise<Uint8Array>
}

/** What group policies leave: only administrators can write below `Policies`. Not verified on Windows. */
export function createRegistryPolicy({ run, systemRoot, readProtected }: RegistryParts): PolicySource {
  const program = win32.join(systemRoot, 'System32', 'reg.exe')
  return {
    kind: 'registry',
    place: key,
    read: async () => {
      // No such key is an exit code of 1, as any other failure is.
      const printed = await run({ path: program, parameters: ['query', key, '/reg:64'] })
      const values = printed === undefined ? {} : parsePolicyValues(printed)
      return Object.keys(values).length === 0 ? undefined : values
    },
    readFile: async (path) => {
      if (!win32.isAbsolute(path)) throw new Error(`not an absolute path: ${path}`)
      return await readProtected(path)
    },
  }
}

/** The unnamed value of a key, which has a name of the system's language in brackets, is none of ours. */
const line = /^ {4}(?!\()(.+?) {4}REG_(SZ|EXPAND_SZ|MULTI_SZ|DWORD)(?: {4}(.*))?$/

/** What `reg query` prints: four blanks, name, type and value; the parts of a list are told apart by `\0`. */
export function parsePolicyValues(printed: string): Readonly<Record<string, unknown>> {
  const found = printed.split(/\r?\n/).map((text) => line.exec(text))
  return Object.fromEntries(
    found.flatMap((parts) =>
      parts?.[1] === undefined ? [] : [[parts[1], valueOf(parts[1], parts[2], parts[3] ?? '')]],
    ),
  )
}

function valueOf(name: string, type: string | undefined, text: string): unknown {
  if (type === 'MULTI_SZ') return text.split(String.raw`\0`).filter((part) => part !== '')
  if (type !== 'DWORD') return text
  const number = Number(text)
  return isSwitch(name) && number <= 1 ? number === 1 : number
}

/** The registry has numbers for yes and no. */
function isSwitch(name: string): boolean {
  return isPolicyKey(name) && policyShapes[name].safeParse(true).success
}
