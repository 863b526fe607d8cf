import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSettings } from '../settings/settings-store.ts'
import { createAppearance } from './appearance.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'appearance-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'settings.json')
const open = async (systemLanguage: 'zh-CN' | 'en' = 'zh-CN') =>
  createAppearance({ settings: await openSettings(file()), systemLanguage: () => systemLanguage })

it('follows the system until something is chosen', async () => {
  expect((await open('en')).appearance()).toEqual({ choice: 'system', language: 'en', textSize: 100 })
  expect((await open('zh-CN')).appearance().language).toBe('zh-CN')
})

it('keeps what is chosen, each by itself, over a restart', async () => {
  const first = await open()
  expect(await first.changeAppearance({ choice: 'en' })).toEqual({ choice: 'en', language: 'en', textSize: 100 })
  await first.changeAppearance({ textSize: 150 })
  expect((await open()).appearance()).toEqual({ choice: 'en', language: 'en', textSize: 150 })
})

it('takes a language or size that it does not know for none, and keeps the other settings', async () => {
  writeFileSync(file(), JSON.stringify({ platformAddress: 'https://ca.example.com', language: 'fr', textSize: 7 }))
  expect((await open()).appearance()).toEqual({ choice: 'system', language: 'zh-CN', textSize: 100 })
  expect(readFileSync(file(), 'utf8')).toContain('ca.example.com')
})
