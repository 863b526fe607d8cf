import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../app-error.ts'

/** A file that the user has chosen in main's own dialog: the page names it by its id and never sees its path. */
export interface ChosenFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
}

export interface ChosenFiles {
  /** Code signing.fileUnreadable. */
  add(path: string): Promise<ChosenFile>
  /** The path of a file that was chosen. Code signing.fileUnreadable. */
  pathOf(id: string): string
}

/** More than a person chooses before looking at the result. */
const keptFiles = 50

export function createChosenFiles(): ChosenFiles {
  const paths = new Map<string, string>()
  return {
    add: async (path) => {
      const bytes = await sizeOf(path)
      const id = randomUUID()
      paths.set(id, path)
      const [oldest] = paths.keys()
      if (paths.size > keptFiles && oldest !== undefined) paths.delete(oldest)
      return { id, name: basename(path), bytes }
    },
    pathOf: (id) => {
      const path = paths.get(id)
      if (path === undefined) throw new AppError('signing.fileUnreadable')
      return path
    },
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path)
    if (found.isFile()) return found.size
  } catch (cause) {
    throw new AppError('signing.fileUnreadable', { cause })
  }
  throw new AppError('signing.fileUnreadable')
}
