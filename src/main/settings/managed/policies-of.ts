import type { App } from 'electron'
import { join } from 'node:path'
import type { PolicySource } from './policy-source.ts'
import { policyFileAt, policySources } from './policy-sources.ts'

/**
 * Where this computer's administrator leaves settings. A packaged program always looks there and nowhere else; a test must
 * not find what its computer has, and brings a folder of its own (`--policy-folder`).
 */
export function policiesOf({
  isPackaged,
  commandLine,
}: Pick<App, 'isPackaged' | 'commandLine'>): readonly PolicySource[] {
  if (isPackaged) return policySources(process.platform, process.env)
  const top = commandLine.getSwitchValue('policy-folder')
  const owner = process.getuid?.()
  return top === '' || owner === undefined ? [] : [policyFileAt(join(top, 'policy.json'), { top, owner })]
}
