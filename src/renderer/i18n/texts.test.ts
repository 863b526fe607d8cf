import { expect, test } from 'vitest'
import { zhCn } from './zh-CN/texts.ts'

const chinese = /\p{Script=Han}|[，。：；（）“”]/u
const sources = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '!../**/*.test.*', '!../testing/*', '!./zh-CN/*', '!./en/*'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
)

/** Comments may speak of 延期; only code is looked at. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

test('the address of the manual is words in the settings, and nowhere else', () => {
  const everything = import.meta.glob<string>(
    [
      '/{src,simulator,tests,tools,scripts,bench,resources}/**/*.{ts,tsx,js,mjs,cjs,json,css,html,c,h}',
      '!**/node_modules/**',
    ],
    { query: '?raw', import: 'default', eager: true },
  )
  const { host } = new URL(zhCn.settings.platform.manualAddress)
  const holding = Object.entries(everything).filter(([, source]) => source.includes(host.split(':')[0] ?? host))
  expect(holding.map(([path]) => path)).toEqual(['/src/renderer/i18n/zh-CN/settings-connection.ts'])
  expect(Object.keys(everything).length).toBeGreaterThan(300)
})

test('no Chinese stands outside the texts', () => {
  const found = Object.entries(sources).filter(([, source]) => chinese.test(withoutComments(source)))
  expect(found.map(([path]) => path)).toEqual([])
  expect(Object.keys(sources).length).toBeGreaterThan(50)
})
