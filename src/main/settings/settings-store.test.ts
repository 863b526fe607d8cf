import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { openSettings } from './settings-store.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const platformAddress = 'https://ca.example'

it('begins with nothing set, and writes no file for that', async () => {
  expect((await openSettings(path)).read()).toEqual({ modules: [] })
  expect(readdirSync(folder)).toEqual([])
})

it('finds the next time what was set before', async () => {
  const store = await openSettings(path)
  await store.change({ platformAddress })
  expect(await store.change({ modules: ['/驱动.so'] })).toEqual({ platformAddress, modules: ['/驱动.so'] })
  expect((await openSettings(path)).read()).toEqual({ platformAddress, modules: ['/驱动.so'] })
  await store.change({ platformAddress: undefined })
  expect((await openSettings(path)).read()).toEqual({ modules: ['/驱动.so'] })
})

it.runIf(process.platform !== 'win32')('keeps the file to this user', async () => {
  await (await openSettings(path)).change({ platformAddress })
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

it.each(['', '{', 'null', '[]', '{"modules":"one"}', '{"platformAddress":7}', '\u0000\u0000\u0000'])(
  'puts a damaged file aside, does not lose it, and goes on: %j',
  async (content) => {
    writeFileSync(path, content)
    const store = await openSettings(path)
    expect(store.read()).toEqual({ modules: [] })
    await store.change({ platformAddress })
    expect(readdirSync(folder).sort()).toEqual(['settings.json', 'settings.json.damaged'])
    expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(content)
    expect((await openSettings(path)).read()).toEqual({ platformAddress, modules: [] })
  },
)

it('does not lose the first damaged file to the second', async () => {
  for (const content of ['{first', '{second']) {
    writeFileSync(path, content)
    await openSettings(path)
  }
  const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  expect(kept.sort()).toEqual(['{first', '{second'])
})

it('puts aside what is there but cannot be read, instead of writing over it', async () => {
  mkdirSync(path)
  writeFileSync(join(path, 'inside'), 'kept')
  const store = await openSettings(path)
  await store.change({ platformAddress })
  expect(readFileSync(join(`${path}.damaged`, 'inside'), 'utf8')).toBe('kept')
  expect((await openSettings(path)).read()).toEqual({ platformAddress, modules: [] })
})

it('changes nothing when it cannot save', async () => {
  const store = await openSettings(path)
  await store.change({ platformAddress })
  rmSync(folder, { recursive: true })
  const failure = await store.change({ modules: ['/a.so'] }).catch((error: unknown) => error)
  expect(failure).toEqual(new AppError('settings.saveFailed', { cause: expect.anything() as unknown }))
  expect(store.read()).toEqual({ platformAddress, modules: [] })
  expect(existsSync(folder)).toBe(false)
})

it('goes on after a failure', async () => {
  const store = await openSettings(path)
  mkdirSync(path)
  await expect(store.change({ platformAddress })).rejects.toThrow('settings.saveFailed')
  rmSync(path, { recursive: true })
  expect(await store.change({ modules: ['/a.so'] })).toEqual({ modules: ['/a.so'] })
})

it('keeps both of two changes that are made at once', async () => {
  const store = await openSettings(path)
  await Promise.all([store.change({ platformAddress }), store.change({ modules: ['/a.so'] })])
  const both = { platformAddress, modules: ['/a.so'] }
  expect([store.read(), (await openSettings(path)).read()]).toEqual([both, both])
})
