import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { divided } from './safe-file-name.ts'

const mostTries = 1000

/**
 * Takes the first name that is free: `a.pdf`, `a (2).pdf`, … so that nothing that is there is written over.
 *
 * @param take makes the file of this path, and rejects with EEXIST where there is one
 */
export async function takeFreeName<T>(path: string, take: (path: string) => Promise<T>): Promise<T> {
  const { stem, extension } = divided(basename(path))
  for (let attempt = 1; ; attempt += 1) {
    const name = attempt === 1 ? basename(path) : `${stem} (${attempt})${extension}`
    try {
      return await take(join(dirname(path), name))
    } catch (error) {
      if (!isTaken(error) || attempt === mostTries) throw error
    }
  }
}

/** An empty file that is nobody else's: `wx` makes it or fails. */
export async function makeEmpty(path: string): Promise<string> {
  await (await open(path, 'wx', 0o600)).close()
  return path
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
