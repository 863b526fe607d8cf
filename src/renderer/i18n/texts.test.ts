import { expect, test } from 'vitest'
import { errorCodes } from '../../shared/error-codes.ts'
import type { Failure } from '../../shared/failure.ts'
import { failureText } from './error-texts.ts'
import { errorWords } from './zh-CN/error-words.ts'
import { zhCn } from './zh-CN/texts.ts'

const chinese = /\p{Script=Han}|[，。：；（）“”]/u
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!../testing/*', '!./zh-CN/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Comments may speak of 延期; only code is looked at. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

test('every error code has a title, a cause and a next step in Chinese', () => {
  for (const code of errorCodes) {
    const { title, cause, nextStep } = failureText({ code }, 'zh-CN')
    for (const text of [title, cause, nextStep]) expect(text, code).toMatch(chinese)
    expect(cause, code).toMatch(/^[^。]+。$/)
    expect(title + cause + nextStep, code).not.toMatch(/[!！]/)
  }
})

test('known numbers become sentences and machine words go to the reference', () => {
  const failure = {
    code: 'sms.wrongCode',
    details: { attemptsLeft: 2, problem: 'sms.wrong-code', status: 422 },
  } as const
  const { facts, reference } = failureText(failure, 'zh-CN')
  expect({ facts, reference }).toEqual({
    facts: ['还可以输入 2 次。'],
    reference: 'sms.wrongCode · sms.wrong-code',
  })
})

test('the word for a failed check becomes a sentence, of its own code only', () => {
  const facts = (failure: Failure) => failureText(failure, 'zh-CN').facts
  expect(facts({ code: 'platform.tls', details: { tls: 'host-name' } })).toEqual(['平台的证书属于另一个地址。'])
  expect(facts({ code: 'platform.proxy', details: { reason: 'auth', status: 407 } })).toEqual([
    '代理要求登录，可在设置里改用系统网络设置。',
  ])
  expect(facts({ code: 'platform.tls', details: { reason: 'auth' } })).toEqual([])
  expect(facts({ code: 'platform.proxy', details: { reason: 'toString' } })).toEqual([])
  expect(facts({ code: 'internal', details: { tls: 'expired' } })).toEqual([])
})

test('each sentence of a word is Chinese and ends as one', () => {
  const sentences = Object.values(errorWords).flatMap((words) => Object.values(words))
  for (const sentence of sentences) expect(sentence).toMatch(/^[^。！!]+。$/)
  expect(sentences.length).toBeGreaterThan(25)
})

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
