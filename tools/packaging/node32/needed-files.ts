import { parse } from 'es-module-lexer'
import { readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'

/**
 * Built entries and the chunks that they import, directly and by others.
 * @param folder of the built files
 * @returns paths below it, with `/`, the entries first
 * @throws where something is imported that a plain Node has not got: the worker of 32 bits could not start
 */
export async function neededFiles(folder: string, entries: readonly string[]): Promise<readonly string[]> {
  const needed = new Set(entries)
  // What is added while this goes on is visited too.
  for (const file of needed) {
    for (const name of await importsOf(join(folder, file))) {
      if (name.startsWith('.')) needed.add(posix.join(posix.dirname(file), name))
      else if (!isBuiltin(name)) throw new Error(`${file} imports ${name}, which a plain Node has not got`)
    }
  }
  return [...needed]
}

async function importsOf(path: string): Promise<readonly string[]> {
  const [imports] = parse(await readFile(path, 'utf8'))
  return imports.flatMap(({ specifier }) => specifier ?? [])
}
