import { expect, it } from 'vitest'
import { ownPage } from './testing/stand-ins.ts'
import { isTrustedSender } from './trusted-sender.ts'

it.each(['app://bundle', 'app://bundle/', 'app://bundle/index.html', 'app://bundle/index.html?a=1#/settings'])(
  'trusts our own page %s in the main frame',
  (url) => {
    expect(isTrustedSender(ownPage(url))).toBe(true)
  },
)

it.each([
  '',
  'about:blank',
  'about:srcdoc',
  'data:text/html,app://bundle/',
  'file:///index.html',
  'file://bundle/index.html',
  'https://bundle/index.html',
  'http://app://bundle/',
  'app:bundle/index.html',
  'app:///bundle/index.html',
  'app://other/index.html',
  'app://bundle.evil/index.html',
  'app://bundle.evil',
  'app://evil.bundle/',
  'app://bundle:8080/',
  'app://bundle%2eevil/',
  'app://bundle@evil/',
  'app://evil#app://bundle/',
  'app://evil/app://bundle/',
  'apps://bundle/',
  'blob:app://bundle/5e0e8c5c',
  'not an address',
])('does not trust %j', (url) => {
  expect(isTrustedSender(ownPage(url))).toBe(false)
})

it('does not trust a frame that is gone', () => {
  expect(isTrustedSender({ ...ownPage(), senderFrame: null })).toBe(false)
})

it('does not trust a child frame, even one that shows our own page', () => {
  expect(isTrustedSender({ ...ownPage(), senderFrame: ownPage().senderFrame })).toBe(false)
})
