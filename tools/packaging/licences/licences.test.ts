import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { licenceText } from './licence-text.ts'
import { packageFolder } from './list-packages.ts'
import { readPackage } from './read-package.ts'

/** A package of npm with these files. */
async function read(file: Readonly<Record<string, unknown>>, more: Readonly<Record<string, string>> = {}) {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'package-'))
  mkdirSync(folder.path, { recursive: true })
  writeFileSync(join(folder.path, 'package.json'), JSON.stringify(file))
  for (const [name, text] of Object.entries(more)) writeFileSync(join(folder.path, name), text)
  return await readPackage(folder.path)
}

const part = { name: 'part', version: '1.0.0', license: 'MIT', author: 'A Person <a@example.com>' }

it('names the package of a module as the lock file does, also one inside another', () => {
  const modules = [
    '/p/node_modules/a/i.js',
    '/p/node_modules/a/node_modules/@b/c/d/i.js',
    '/p/src/x.ts',
    '\0node_modules/v',
  ]
  expect(modules.map(packageFolder)).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/@b/c',
    undefined,
    undefined,
  ])
})

it('takes every text of a licence that a package has', async () => {
  const { text } = await read(
    { ...part, license: 'Apache-2.0' },
    { LICENSE: 'the licence', NOTICE: 'a notice', 'license.js': 'no' },
  )
  expect(text).toBe('the licence\n\na notice')
})

it('writes the text of MIT for its author where a package has left it out, and of no other licence', async () => {
  expect((await read(part)).text).toContain('Copyright (c) A Person\n')
  await expect(read({ ...part, license: 'Apache-2.0' })).rejects.toThrow('no text of its licence')
})

it('refuses a package that names no licence', async () => {
  await expect(read({ name: 'part', version: '1.0.0' })).rejects.toThrow('under which licence')
})

it('puts all of it in one text that begins with the mark of UTF-8', () => {
  const text = licenceText([{ name: 'part', version: '1.0.0', licence: 'MIT', text: 'words of the licence' }])
  expect([text.codePointAt(0), text.includes('part 1.0.0: MIT'), text.includes('words of the licence')]).toEqual([
    0xfeff,
    true,
    true,
  ])
})
