import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeSafely } from './write-safely.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-safely-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const isPosix = process.platform !== 'win32'

it('writes text and octets, and leaves no other file behind', async () => {
  await writeSafely(join(folder, 'text'), '证书')
  await writeSafely(join(folder, 'octets'), Uint8Array.of(0, 255))
  expect(readFileSync(join(folder, 'text'), 'utf8')).toBe('证书')
  expect(readFileSync(join(folder, 'octets'))).toEqual(Buffer.of(0, 255))
  expect(readdirSync(folder).sort()).toEqual(['octets', 'text'])
})

it.runIf(isPosix)('makes the file readable by this user only, also one that everybody could read', async () => {
  const path = join(folder, 'file')
  writeFileSync(path, 'old')
  chmodSync(path, 0o644)
  await writeSafely(path, 'new')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

it('replaces the file, it does not write into it', async () => {
  const path = join(folder, 'file')
  writeFileSync(path, 'old and longer')
  const before = statSync(path).ino
  await writeSafely(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  if (isPosix) expect(statSync(path).ino).not.toBe(before)
})

it('leaves the old content and no temporary file when the new one cannot take its place', async () => {
  const path = join(folder, 'folder-in-the-way')
  mkdirSync(path)
  writeFileSync(join(path, 'old'), 'old')
  await expect(writeSafely(path, 'new')).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM|EEXIST/)
  expect(readdirSync(folder)).toEqual(['folder-in-the-way'])
  expect(readFileSync(join(path, 'old'), 'utf8')).toBe('old')
})

it('leaves the old content and no temporary file when writing fails', async () => {
  const path = join(folder, 'file')
  writeFileSync(path, 'old')
  // What is no text cannot be written: it fails after the temporary file was opened.
  await expect(writeSafely(path, { no: 'text' } as unknown as string)).rejects.toThrow()
  expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['file'], 'old'])
})

it('fails where there is no folder, and makes none', async () => {
  await expect(writeSafely(join(folder, 'missing/file'), 'new')).rejects.toThrow('ENOENT')
  expect(existsSync(join(folder, 'missing'))).toBe(false)
})

it('shows a reader the old content or the new at any moment, never a part', async () => {
  const path = join(folder, 'file')
  const contents = ['a', 'b'].map((letter) => letter.repeat(1 << 20))
  writeFileSync(path, contents[0] ?? '')
  let isWriting = true
  const seen = new Set<string>()
  const read = async () => {
    while (isWriting) {
      seen.add(readFileSync(path, 'latin1'))
      await new Promise(setImmediate)
    }
  }
  const reading = read()
  for (let time = 0; time < 10; time += 1) await writeSafely(path, contents[time % 2] ?? '')
  isWriting = false
  await reading
  expect([...seen].every((content) => contents.includes(content))).toBe(true)
  expect(seen.size).toBe(2)
})

it('keeps one whole content when two are written at once', async () => {
  const path = join(folder, 'file')
  const contents = Array.from({ length: 10 }, (_, index) => String(index).repeat(10_000))
  await Promise.all(contents.map((content) => writeSafely(path, content)))
  expect(contents).toContain(readFileSync(path, 'utf8'))
  expect(readdirSync(folder)).toEqual(['file'])
})
