import { expect, test } from 'vitest'
import { errorCodes } from '../error-codes.ts'
import type { Failure } from '../failure.ts'
import { failureText } from './failure-text.ts'
import { enFailures } from './en/failure-texts.ts'
import { zhCnFailures } from './zh-CN/failure-texts.ts'

const chinese = /\p{Script=Han}|[，。：；（）“”]/u

test('every error code has a title, a cause and a next step in Chinese', () => {
  for (const code of errorCodes) {
    const { title, cause, nextStep } = failureText({ code }, zhCnFailures)
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
  const { facts, reference } = failureText(failure, zhCnFailures)
  expect({ facts, reference }).toEqual({
    facts: ['还可以输入 2 次。'],
    reference: 'sms.wrongCode · sms.wrong-code',
  })
})

test('the word for a failed check becomes a sentence, of its own code only', () => {
  const facts = (failure: Failure) => failureText(failure, zhCnFailures).facts
  expect(facts({ code: 'platform.tls', details: { tls: 'host-name' } })).toEqual(['平台的证书属于另一个地址。'])
  expect(facts({ code: 'platform.proxy', details: { reason: 'auth', status: 407 } })).toEqual([
    '代理要求登录，可在设置里改用系统网络设置。',
  ])
  expect(facts({ code: 'platform.tls', details: { reason: 'auth' } })).toEqual([])
  expect(facts({ code: 'platform.proxy', details: { reason: 'toString' } })).toEqual([])
  expect(facts({ code: 'internal', details: { tls: 'expired' } })).toEqual([])
})

test('each sentence of a word is Chinese and ends as one', () => {
  const sentences = Object.values(zhCnFailures.words).flatMap((words) => Object.values(words))
  for (const sentence of sentences) expect(sentence).toMatch(/^[^。！!]+。$/)
  expect(sentences.length).toBeGreaterThan(25)
})

test('every error code says the same in English, calmly and in whole sentences', () => {
  for (const code of errorCodes) {
    const { title, cause, nextStep } = failureText({ code }, enFailures)
    for (const text of [title, cause, nextStep]) expect(text, code).toMatch(/^[A-Z][\x20-\x7e’]+$/)
    expect(cause + nextStep, code).not.toContain('!')
    expect([title.endsWith('.'), cause.endsWith('.'), nextStep.endsWith('.')], code).toEqual([false, true, true])
  }
  const words = Object.values(enFailures.words).flatMap((sentences) => Object.values(sentences))
  for (const sentence of words) expect(sentence).toMatch(/^[A-Z][\x20-\x7e]+\.$/)
  expect(words).toHaveLength(Object.values(zhCnFailures.words).flatMap((known) => Object.values(known)).length)
})

test('English numbers have their singular', () => {
  const { facts } = failureText(
    { code: 'sms.wrongCode', details: { attemptsLeft: 1, retryAfterSeconds: 2 } },
    enFailures,
  )
  expect(facts).toEqual(['1 try left.', 'Try again in 2 seconds.'])
})
