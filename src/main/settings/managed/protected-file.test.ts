import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { policyFileAt } from './policy-sources.ts'
import { readProtected } from './protected-file.ts'

let top: string
let path: string
const owner = process.getuid?.() ?? 0
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'policy-'))
  path = join(top, 'etc', 'policy.json')
  mkdirSync(dirname(path), { mode: 0o755 })
  writeFileSync(path, '\uFEFF{"language":"en"}', { mode: 0o644 })
})
afterEach(() => rmSync(top, { recursive: true }))

const source = () => policyFileAt(path, { owner, top })

it('reads what only its owner can change, with a mark at its beginning', async () => {
  expect(await source().read()).toEqual({ language: 'en' })
})

it.each([
  ['the file', () => path, 0o646],
  ['the file for a group', () => path, 0o664],
  ['its folder', () => dirname(path), 0o777],
  ['a folder above', () => top, 0o1777],
])('refuses where others may write: %s', async (_, which, mode) => {
  chmodSync(which(), mode)
  await expect(source().read()).rejects.toThrow('settings.policyUnprotected')
})

it('refuses what belongs to somebody else than the administrator', async () => {
  await expect(policyFileAt(path, { owner: owner + 1, top }).read()).rejects.toThrow('settings.policyUnprotected')
})

it('follows no link, of the file or of a folder', async () => {
  const link = join(top, 'link.json')
  symlinkSync(path, link)
  await expect(policyFileAt(link, { owner, top }).read()).rejects.toThrow('settings.policyUnprotected')
  symlinkSync(dirname(path), join(top, 'folder'))
  const through = policyFileAt(join(top, 'folder', 'policy.json'), { owner, top })
  await expect(through.read()).rejects.toThrow('settings.policyUnprotected')
})

it.each([
  ['no JSON', '{'],
  ['not UTF-8', Buffer.from('{"language":"\xff"}', 'latin1')],
  ['too large', ' '.repeat(70_000)],
])('says that it cannot be read: %s', async (_, content) => {
  writeFileSync(path, content)
  await expect(source().read()).rejects.toThrow('settings.policyUnreadable')
})

it('finds nothing where there is nothing', async () => {
  rmSync(path)
  expect(await source().read()).toBeUndefined()
  rmSync(dirname(path), { recursive: true })
  expect(await source().read()).toBeUndefined()
})

it('reads a file that is named there, if it is as safe', async () => {
  const named = join(dirname(path), 'root.pem')
  writeFileSync(named, 'root', { mode: 0o644 })
  expect(Buffer.from(await source().readFile('root.pem')).toString()).toBe('root')
  chmodSync(named, 0o666)
  await expect(source().readFile('root.pem')).rejects.toThrow('settings.policyUnprotected')
})

it('trusts only the system’s own administrator unless told otherwise', async () => {
  await expect(readProtected(path)).rejects.toThrow('settings.policyUnprotected')
})
