import { afterEach, expect, test } from 'vitest'
import { removeSchemeHandler, schemeHandlerOf, setSchemeHandler, toAppUrl, toChromiumUrl } from './app-scheme.ts'

const answer = (): Response => new Response('')

afterEach(() => removeSchemeHandler('app'))

test.each([
  ['app://bundle/index.html', 'https://bundle.app.localhost/index.html'],
  ['app://bundle/a/b?c=d#e', 'https://bundle.app.localhost/a/b?c=d#e'],
  ['app://bundle/', 'https://bundle.app.localhost/'],
  ['https://example.org/x', 'https://example.org/x'],
  ['about:blank', 'about:blank'],
])('%s is %s in Chromium, and back', (appUrl, chromiumUrl) => {
  setSchemeHandler('app', answer)
  expect(toChromiumUrl(appUrl)).toBe(chromiumUrl)
  expect(toAppUrl(chromiumUrl)).toBe(appUrl)
})

test('only a handled scheme is mapped', () => {
  expect(toChromiumUrl('app://bundle/x')).toBe('app://bundle/x')
  expect(toAppUrl('https://bundle.app.localhost/x')).toBe('https://bundle.app.localhost/x')
})

test('the handler answers its own scheme and nothing else', () => {
  setSchemeHandler('app', answer)
  expect(schemeHandlerOf('https://bundle.app.localhost/x')).toBe(answer)
  expect(schemeHandlerOf('https://bundle.other.localhost/x')).toBeUndefined()
  expect(schemeHandlerOf('https://example.org/x')).toBeUndefined()
})
