import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { neededFiles } from './needed-files.ts'

async function needed(chunk: string) {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'built-'))
  mkdirSync(join(folder.path, 'chunks'))
  writeFileSync(join(folder.path, 'worker.js'), 'import{a}from"./chunks/a.js";import "node:fs"')
  writeFileSync(join(folder.path, 'chunks/a.js'), chunk)
  writeFileSync(join(folder.path, 'chunks/b.js'), 'export const b = 1')
  writeFileSync(join(folder.path, 'chunks/not-needed.js'), '')
  return await neededFiles(folder.path, ['worker.js'])
}

it('takes the chunks that the worker imports, and those that they import', async () => {
  const chunk = 'import{b}from"./b.js";export const a = () => import("./b.js")'
  await expect(needed(`import "crypto";${chunk}`)).resolves.toEqual(['worker.js', 'chunks/a.js', 'chunks/b.js'])
})

it('refuses a worker that could not start in a plain Node', async () => {
  await expect(needed('import "electron"')).rejects.toThrow('chunks/a.js imports electron')
})
