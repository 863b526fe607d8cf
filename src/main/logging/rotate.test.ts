import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFileLog } from './file-log.ts'
import { rotate } from './rotate.ts'

const isPosix = process.platform !== 'win32'
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rotate-'))
  path = join(folder, 'main.log')
})
afterEach(() => rmSync(folder, { recursive: true }))

const sizes = () => readdirSync(folder).map((name) => statSync(join(folder, name)).size)

it('keeps two old files, and never more than three of 1 MB, whatever is written', () => {
  const log = createFileLog(path)
  for (let line = 0; line < 5000; line += 1) log.info(`${line % 100} ${'long '.repeat(200)}`)
  expect(readdirSync(folder).sort()).toEqual(['main.1.log', 'main.2.log', 'main.log'])
  expect(Math.max(...sizes())).toBeLessThan((1 << 20) + 2000)
  expect(log.recent().map(({ name }) => name)).toEqual(['main.log', 'main.1.log'])
})

it.runIf(isPosix)('keeps each file to this user, also those that were open to all', () => {
  for (const name of ['main.log', 'main.1.log', 'main.2.log']) {
    writeFileSync(join(folder, name), 'x'.repeat(1 << 20))
    chmodSync(join(folder, name), 0o644)
  }
  const log = createFileLog(path)
  log.info('one line')
  log.info('and the first of a new file')
  expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600, 0o600])
  expect(readFileSync(join(folder, 'main.1.log'), 'utf8')).toMatch(/x\S+ info {2}\[-\] one line\n$/)
})

it('gives up what was written when a file cannot be moved: it must not grow for ever', () => {
  writeFileSync(path, 'old')
  // Neither can a file take a folder's place, nor is a folder with something in it removed.
  mkdirSync(join(folder, 'main.2.log', 'in-the-way'), { recursive: true })
  rotate(path)
  expect(readFileSync(path, 'utf8')).toBe('')
})
