import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { failureOf } from '../../../../tests/support/token-steps.ts'
import { replaceFile } from './replace-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replace-file-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('what is not the package that was meant, or is not there, leaves the old file and nothing beside it', async () => {
  const [path, target] = [join(folder, 'new'), join(folder, 'target')]
  writeFileSync(target, 'old')
  writeFileSync(path, 'changed meanwhile')
  const sha512 = createHash('sha512').update('new').digest('base64')
  const file = { version: '0.2.0', path, sha512, size: 3 }
  expect(await failureOf(replaceFile(file, target))).toEqual({ code: 'update.corrupt' })
  rmSync(path)
  expect(await failureOf(replaceFile(file, target))).toEqual({ code: 'update.installFailed' })
  expect([readdirSync(folder), readFileSync(target, 'utf8')]).toEqual([['target'], 'old'])
})
