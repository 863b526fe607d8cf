import { execFileSync } from 'node:child_process'

/** What a program says; throws with what it complained of when it fails. */
export function outputOf(program: string, parameters: readonly string[]): string {
  return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 })
}

/** What is wrong when it fails. */
export function complaintOf(program: string, parameters: readonly string[]): readonly string[] {
  try {
    outputOf(program, parameters)
    return []
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string }
    return [`${program} says: ${`${stdout}${stderr}`.trim() || String(error)}`]
  }
}
