import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'

/** Takes a damaged file out of the way, beside what was put aside before: somebody may still read what was in it. */
export async function putAside(path: string): Promise<void> {
  const aside = `${path}.damaged`
  await rename(path, existsSync(aside) ? `${aside}.${randomUUID()}` : aside)
}
