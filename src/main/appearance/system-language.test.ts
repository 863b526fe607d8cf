import { expect, it } from 'vitest'
import { systemLanguage } from './system-language.ts'

const windows = { platform: 'win32', isAskedFor: false, environment: {} } as const
const linux = { platform: 'linux', isAskedFor: false } as const

it.each([
  ['en-US', 'en'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['zh-CN', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['ja', 'zh-CN'],
  ['enm', 'zh-CN'],
  ['', 'zh-CN'],
])('takes the system’s %s for %s', (locale, language) => {
  expect(systemLanguage({ ...windows, locale })).toBe(language)
})

it.each([
  [{}, 'zh-CN'],
  [{ LANG: 'C.UTF-8' }, 'zh-CN'],
  [{ LANG: 'POSIX' }, 'zh-CN'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, 'zh-CN'],
  [{ LC_ALL: '', LANG: 'en_US.UTF-8' }, 'en'],
])('a Linux with %j, which Chromium calls en-US, is taken for %s', (environment, language) => {
  expect(systemLanguage({ ...linux, locale: 'en-US', environment })).toBe(language)
})

it('does what the command line asks for, whatever the system says', () => {
  expect(systemLanguage({ ...linux, locale: 'en-US', isAskedFor: true, environment: {} })).toBe('en')
})
