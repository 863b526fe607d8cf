import { expect, test } from 'vitest'
import { errorCodes } from '../../shared/error-codes.ts'
import { failureText } from './error-texts.ts'

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

test('no Chinese stands outside the texts', () => {
  const found = Object.entries(sources).filter(([, source]) => chinese.test(withoutComments(source)))
  expect(found.map(([path]) => path)).toEqual([])
  expect(Object.keys(sources).length).toBeGreaterThan(50)
})
