import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { openSettings } from '../settings/settings-store.ts'
import { logIn, type LogInParts } from './log-in.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-in-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function parts(change: Partial<LogInParts> = {}) {
  const path = join(folder, 'settings.json')
  const settings = await openSettings(path)
  const errors: unknown[] = []
  const all: LogInParts = {
    login: () => Promise.resolve(),
    keepAccount: (rememberedAccount) => settings.change({ rememberedAccount }),
    notKept: (error) => errors.push(error),
    ...change,
  }
  return { all, settings, errors, file: () => readFileSync(path, 'utf8') }
}

it('keeps the name where the user wants it, and never the password', async () => {
  const { all, settings, file } = await parts()
  await logIn({ account: 'zhang', password: 'secret-1', remember: true }, all)
  expect(settings.read().rememberedAccount).toBe('zhang')
  expect(file()).not.toContain('secret-1')
})

it('forgets the name where the user does not, and leaves it where nobody said', async () => {
  const { all, settings } = await parts()
  await logIn({ account: 'zhang', password: 'x', remember: true }, all)
  await logIn({ account: 'li', password: 'x' }, all)
  expect(settings.read().rememberedAccount).toBe('zhang')
  await logIn({ account: 'li', password: 'x', remember: false }, all)
  expect(settings.read().rememberedAccount).toBeUndefined()
})

it('keeps nothing of a login that was refused', async () => {
  const login = () => Promise.reject(new AppError('platform.badCredentials'))
  const { all, settings } = await parts({ login })
  await expect(logIn({ account: 'zhang', password: 'x', remember: true }, all)).rejects.toThrow(
    'platform.badCredentials',
  )
  expect(settings.read().rememberedAccount).toBeUndefined()
})

it('is logged in although the name could not be kept', async () => {
  const failed = new AppError('settings.saveFailed')
  const { all, errors } = await parts({ keepAccount: () => Promise.reject(failed) })
  await logIn({ account: 'zhang', password: 'x', remember: true }, all)
  expect(errors).toEqual([failed])
})
