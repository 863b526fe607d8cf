import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The last state in the only journal below this folder of the program's data, as it is on the disk. */
export function lastState(userData: string): string | undefined {
  const folder = join(userData, 'renewals')
  const [name] = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.jsonl')) : []
  if (name === undefined) return undefined
  const last = readFileSync(join(folder, name), 'utf8').trim().split('\n').at(-1) ?? '{}'
  return (JSON.parse(last) as { state?: string }).state
}
