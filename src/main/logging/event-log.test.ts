import { expect, it } from 'vitest'
import { payloads } from '../ipc/testing/samples.ts'
import { createEventLog } from './event-log.ts'

function recorded() {
  const lines: string[] = []
  return { lines, note: createEventLog({ info: (line) => void lines.push(line) }) }
}

it('writes a key that comes, changes and goes, once each, with the end of its number only', () => {
  const { lines, note } = recorded()
  const overview = payloads['certificates:changed']
  const [token] = overview.tokens
  const numbered = { ...overview, tokens: token === undefined ? [] : [{ ...token, serialNumber: '370100882231' }] }
  note('certificates:changed', numbered)
  note('certificates:changed', numbered)
  note('certificates:changed', { ...overview, tokens: [], cards: [] })
  expect(lines).toEqual(['token ****2231: GM3000, PIN ok, certificates: none', 'token ****2231: gone'])
})

it('writes each state of a renewal once, and what stopped it', () => {
  const { lines, note } = recorded()
  const renewal = { ...payloads['renewal:changed'], failure: undefined }
  note('renewal:changed', renewal)
  note('renewal:changed', { ...renewal, busy: true })
  note('renewal:changed', { ...renewal, state: 'verified' })
  note('renewal:changed', { ...renewal, state: 'verified', failure: { code: 'token.pinIncorrect' } })
  expect(lines.map((line) => line.replace(renewal.id, '*'))).toEqual([
    'renewal *: order',
    'renewal *: verified',
    'renewal *: verified token.pinIncorrect',
  ])
})

it('writes a driver that fails with its code, and nobody’s name', () => {
  const { lines, note } = recorded()
  note('drivers:changed', payloads['drivers:changed'])
  note('account:changed', payloads['account:changed'])
  note('platform:changed', payloads['platform:changed'])
  note('demo:message', payloads['demo:message'])
  expect(lines.at(-2)).toBe('account: logged in')
  expect(lines.at(-1)).toBe('platform: maintenance')
  expect(lines.join('\n')).toContain('driver ')
  expect(lines.join('\n')).not.toMatch(/测试单位|张三|138/)
})
