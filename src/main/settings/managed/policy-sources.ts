import { posix, win32 } from 'node:path'
import { createRunTool } from '../../usb/run-tool.ts'
import { createPolicyFile } from './policy-file.ts'
import type { PolicySource } from './policy-source.ts'
import { readProtected, type Protection } from './protected-file.ts'
import { createRegistryPolicy } from './registry-policy.ts'
import { createWindowsReader } from './windows-file.ts'

const toolDeadlineMs = 10_000

/** Where this system's administrators leave settings; what stands first wins, key by key. */
export function policySources(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly PolicySource[] {
  if (platform === 'win32') return windowsSources(environment)
  const path =
    platform === 'darwin' ? '/Library/Application Support/CertUserTool/policy.json' : '/etc/cert-user-tool/policy.json'
  return [policyFileAt(path)]
}

/** A file on a system with POSIX rights. @param protection as the system's own, except in tests */
export function policyFileAt(path: string, protection?: Protection): PolicySource {
  return createPolicyFile({ path, paths: posix, readProtected: (file) => readProtected(file, protection) })
}

function windowsSources(environment: Readonly<Record<string, string | undefined>>): readonly PolicySource[] {
  const systemRoot = environment['SystemRoot'] ?? String.raw`C:\Windows`
  const path = win32.join(environment['ProgramData'] ?? String.raw`C:\ProgramData`, 'CertUserTool', 'policy.json')
  const run = createRunTool(toolDeadlineMs)
  const protectedReader = createWindowsReader({ run, systemRoot })
  return [
    createRegistryPolicy({ run, systemRoot, readProtected: protectedReader }),
    createPolicyFile({ path, paths: win32, readProtected: protectedReader }),
  ]
}
