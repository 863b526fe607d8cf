import { expect, it } from 'vitest'
import { createAccess, type Grant } from './access.ts'

const baseUrl = 'https://ca.example.cn/api/v1'
const account = { id: 'u1', displayName: '测试单位', maskedPhone: '138****8000', expiresAt: '2026-11-23T08:00:00Z' }
const grant = (accessToken: string): Grant => ({ baseUrl, accessToken, account })

function accessAt(time: string, skewMs: number | undefined): ReturnType<typeof createAccess> {
  const access = createAccess({ now: () => new Date(time), skewMs: () => skewMs })
  access.grant(grant('first'))
  return access
}

it('ends with its time, once the platform’s clock is known', () => {
  const access = accessAt('2026-11-23T08:00:00Z', 0)
  const heard: unknown[] = []
  access.subscribe((current) => heard.push(current))
  expect([access.tokenAt(baseUrl), access.accountAt(baseUrl), heard]).toEqual([undefined, undefined, [undefined]])
})

it('lasts until its time', () => {
  expect(accessAt('2026-11-23T07:59:59Z', 0).tokenAt(baseUrl)).toBe('first')
})

it('is not ended by a clock that nobody has compared', () => {
  expect(accessAt('2030-01-01T00:00:00Z', undefined).tokenAt(baseUrl)).toBe('first')
})

it('is not for another platform', () => {
  const access = accessAt('2026-11-23T07:00:00Z', 0)
  expect([access.tokenAt('https://other.example.cn/api/v1'), access.tokenAt(baseUrl)]).toEqual([undefined, undefined])
})

it('is not ended by a late refusal of the token before it', () => {
  const access = accessAt('2026-11-23T07:00:00Z', 0)
  access.grant(grant('second'))
  access.end('first')
  expect(access.tokenAt(baseUrl)).toBe('second')
  access.end('second')
  expect(access.tokenAt(baseUrl)).toBeUndefined()
})

it('keeps its token out of the log until it ends', () => {
  const hidden: string[] = []
  const hide = (accessToken: string) => {
    hidden.push(accessToken)
    return () => void hidden.splice(hidden.indexOf(accessToken), 1)
  }
  const access = createAccess({ now: () => new Date('2026-11-23T07:00:00Z'), skewMs: () => 0 }, hide)
  access.grant(grant('first'))
  access.grant(grant('second'))
  expect(hidden).toEqual(['second'])
  access.end('second')
  expect(hidden).toEqual([])
})
