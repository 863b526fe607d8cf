import { readFile } from 'node:fs/promises'

/** Undefined where there is no such file, or this user may not read it. */
export function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
